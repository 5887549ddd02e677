package org.normlab.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Long lines folded for a terminal of 80 columns. */
public final class Fold {
    private static final int WIDTH = 80;

    private Fold() {}

    /**
     * Folds a sentence between words.
     *
     * @param sentence words with one space between them
     * @return lines; those after the first are indented by two
     */
    public static List<String> words(String sentence) {
        return parts(Arrays.asList(sentence.split(" ", -1)), " ", 2);
    }

    /**
     * Folds a line between its parts.
     *
     * @param parts at least one; a part that is too long for a line is left whole
     * @param separator stands between two parts, at the end of a line without its trailing space
     * @param indent spaces before each line after the first
     * @return the lines
     */
    public static List<String> parts(List<String> parts, String separator, int indent) {
        List<String> lines = new ArrayList<>();
        String line = parts.get(0);
        for (String part : parts.subList(1, parts.size())) {
            String longer = line + separator + part;
            if (longer.length() < WIDTH) {
                line = longer;
            } else {
                lines.add((line + separator).stripTrailing());
                line = " ".repeat(indent) + part;
            }
        }
        lines.add(line);
        return lines;
    }
}
