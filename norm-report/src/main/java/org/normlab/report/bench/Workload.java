package org.normlab.report.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Variants;

/**
 * A variant on a shape that some network has.
 *
 * @param variant its name in the catalogue
 * @param shape the shape of the input
 * @param source which network
 * @param options of the variant
 */
public record Workload(String variant, Shape shape, String source, Map<String, String> options) {
    /** The columns of a file of shapes. */
    static final String HEADER = "variant\tlayout\tdims\tsource\toptions\ttimes";

    private static final Variants VARIANTS = Variants.standard();

    /**
     * Copies the options.
     *
     * @param variant its name in the catalogue
     * @param shape the shape of the input
     * @param source which network
     * @param options of the variant
     */
    public Workload {
        options = Map.copyOf(options);
    }

    /**
     * A line of a file of shapes.
     *
     * @param line as {@link #HEADER} names its columns; options are {@code -} or {@code key=value} divided by {@code ;}
     * @throws NormException OPTION if the line is no such line; SHAPE if the variant has no meaning for the shape
     */
    static Workload parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != HEADER.split("\t").length || !columns[2].matches("\\d+(x\\d+)*")) {
            throw refuse(line, "does not have the columns of a shape");
        }
        int[] sizes =
                Arrays.stream(columns[2].split("x")).mapToInt(Integer::parseInt).toArray();
        Workload workload =
                new Workload(columns[0], Shape.of(columns[1], sizes), columns[3], options(columns[4], line));
        workload.normalizer(Map.of()).check(workload.shape);
        return workload;
    }

    private static Map<String, String> options(String text, String line) {
        Map<String, String> options = new TreeMap<>();
        if (!text.equals("-")) {
            for (String option : text.split(";")) {
                String[] words = option.split("=", 2);
                if (words.length < 2) {
                    throw refuse(line, "has an option without a value");
                }
                options.put(words[0], words[1]);
            }
        }
        return options;
    }

    private static NormException refuse(String line, String problem) {
        return NormException.about(Kind.OPTION, "bench", "line", line)
                .because(problem, "write " + HEADER.replace("\t", ", ") + " with tabs between them");
    }

    /**
     * A whole number among the options.
     *
     * @param key its name
     * @param usual if it is not among them
     * @return the number
     */
    public int option(String key, int usual) {
        return Integer.parseInt(options.getOrDefault(key, Integer.toString(usual)));
    }

    /** The same with other options beside these. */
    Workload with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(more);
        return new Workload(variant, shape, source, all);
    }

    /** A fresh normalizer. */
    Normalizer normalizer(Map<String, String> more) {
        return VARIANTS.create(variant, shape, with(more).options);
    }

    /**
     * Variant and options.
     *
     * @return such as {@code group groups=32}
     */
    public String label() {
        return variant
                + options.entrySet().stream()
                        .map(option -> " " + option.getKey() + "=" + option.getValue())
                        .sorted()
                        .collect(Collectors.joining());
    }
}
