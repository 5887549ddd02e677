package org.normlab.report.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.variants.Variants;

/** The shapes that are measured: those of networks that people train, or those of a file. */
public final class Workloads {
    private Workloads() {}

    /**
     * The bundled ones.
     *
     * @return all of them, in the order of the table
     */
    public static List<Workload> bundled() {
        InputStream stream = Objects.requireNonNull(Workloads.class.getResourceAsStream("shapes.tsv"), "shapes.tsv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a file: a header and a line each.
     *
     * @param file tab-separated lines
     * @return its workloads, in order
     * @throws NormException OPTION for a line that names none, RESOURCE if the file cannot be read
     */
    public static List<Workload> read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw NormException.about(Kind.RESOURCE, "bench", "--shapes", file)
                    .because("cannot be read", "name a readable file of tab-separated lines");
        }
    }

    private static List<Workload> parse(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.equals(Workload.HEADER))
                .map(Workload::parse)
                .toList();
    }

    /**
     * A few: the first of each variant in each layout.
     *
     * @param all to choose from
     * @return the chosen ones, in order
     */
    public static List<Workload> few(List<Workload> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(workload ->
                        seen.add(workload.variant() + workload.shape().layout()))
                .toList();
    }

    /**
     * Those of some variants.
     *
     * @param variants their names; none for all
     * @param all to choose from
     * @return the chosen ones, in order
     * @throws NormException OPTION if one is unknown or none of the shapes is its own
     */
    public static List<Workload> of(List<String> variants, List<Workload> all) {
        for (String name : variants) {
            String id = Variants.standard().get(name).description().id();
            if (all.stream().noneMatch(workload -> workload.variant().equals(id))) {
                throw NormException.about(Kind.OPTION, "bench", "--variants", name)
                        .because("has no shape to be measured on", "name one with --shapes FILE");
            }
        }
        List<String> ids = variants.stream()
                .map(name -> Variants.standard().get(name).description().id())
                .toList();
        return all.stream()
                .filter(workload -> ids.isEmpty() || ids.contains(workload.variant()))
                .toList();
    }
}
