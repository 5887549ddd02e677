package org.normlab.report.bench;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param lines for people; the last one is for scripts
 * @param json the same as one document
 * @param min the worst ratio, where more is better
 */
public record Finding(List<String> lines, String json, double min) {
    /**
     * Copies the lines.
     *
     * @param lines for people; the last one is for scripts
     * @param json the same as one document
     * @param min the worst ratio, where more is better
     */
    public Finding {
        lines = List.copyOf(lines);
    }
}
