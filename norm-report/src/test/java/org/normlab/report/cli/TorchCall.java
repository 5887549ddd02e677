package org.normlab.report.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reference case of libtorch 2.7.1 as a call of {@code norm apply}; see the README beside the vectors. */
record TorchCall(String name, String op, Map<String, String> attributes, Map<String, Path> in, Map<String, Path> out) {
    private static final Path VECTORS = Path.of("..", "norm-variants", "src", "test", "resources", "torch");

    /** Operators by the variant and the options that mean the same. */
    private static final Map<String, Spelling> SPELLINGS = Map.of(
            "BatchNorm", new Spelling("batch", Map.of("eps", "eps", "momentum", "weight-of-new-batch")),
            "InstanceNorm", new Spelling("instance", Map.of("eps", "eps", "momentum", "weight-of-new-batch")),
            "GroupNorm", new Spelling("group", Map.of("eps", "eps", "num_groups", "groups")),
            "LayerNorm", new Spelling("layer", Map.of("eps", "eps", "normalized_shape", "normalized-shape")),
            "RMSNorm", new Spelling("rms", Map.of("eps", "eps", "normalized_shape", "normalized-shape")),
            "LocalResponseNorm",
                    new Spelling("lrn", Map.of("size", "size", "alpha", "alpha", "beta", "beta", "k", "k")),
            "LpNormalize", new Spelling("lp", Map.of("p", "p", "dim", "axis", "eps", "eps")));

    private record Spelling(String variant, Map<String, String> options) {}

    static List<TorchCall> all() {
        try {
            return Files.readAllLines(VECTORS.resolve("index.tsv")).stream()
                    .skip(1)
                    .map(line -> of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TorchCall of(String... row) {
        Map<String, String> attributes = pairs(row[2]);
        return new TorchCall(row[0], row[1], attributes, files(row[0], row[3]), files(row[0], row[4]));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Arrays.stream(text.split(";"))
                .forEach(
                        pair -> pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return pairs;
    }

    private static Map<String, Path> files(String name, String text) {
        Map<String, Path> files = new LinkedHashMap<>();
        pairs(text)
                .forEach((role, file) -> files.put(role, VECTORS.resolve(name).resolve(file.split(":")[0])));
        return files;
    }

    boolean isSequence() {
        return !SPELLINGS.containsKey(op);
    }

    /** A weight of the new batch below 0 has no meaning here. */
    boolean hasRefusedRule() {
        return Optional.ofNullable(attributes.get("momentum"))
                .filter(momentum -> momentum.startsWith("-"))
                .isPresent();
    }

    /** The arguments; files are written into a folder. */
    List<String> arguments(Path folder) {
        Spelling spelling = Optional.ofNullable(SPELLINGS.get(op)).orElseThrow();
        List<String> all = new ArrayList<>(List.of("apply", spelling.variant, "--mode", mode()));
        in.forEach((role, file) -> all.addAll(
                switch (role) {
                    case "X" -> List.of("--input", file.toString());
                    case "grad_output" ->
                        List.of("--grad-output", file.toString(), "--grad-prefix", folder.resolve("d") + "");
                    default -> List.of("--param", role + "=" + file);
                }));
        all.addAll(List.of("--output", folder.resolve("y.npy").toString()));
        attributes.forEach((key, value) -> option(spelling, key, value).ifPresent(option -> {
            all.add("--option");
            all.add(option);
        }));
        return all;
    }

    private String mode() {
        boolean given = attributes.getOrDefault("use_input_stats", "true").equals("false");
        return given || attributes.getOrDefault("training", "true").equals("false") ? "eval" : "train";
    }

    private Optional<String> option(Spelling spelling, String key, String value) {
        Optional<String> option = Optional.ofNullable(spelling.options.get(key));
        if (value.equals("none")) {
            return option.map(known -> known.equals("eps") ? "eps=machine" : "rule=cumulative");
        }
        return option.filter(known -> !known.equals("weight-of-new-batch") || !hasRefusedRule())
                .map(known -> known + "=" + value);
    }

    /** Where a result of ours is. */
    static String place(String role) {
        return switch (role) {
            case "Y" -> "y.npy";
            case "grad_X" -> "d.input.npy";
            default -> role.startsWith("grad_") ? "d." + role.substring(5) + ".npy" : "y.npy." + role + ".npy";
        };
    }
}
