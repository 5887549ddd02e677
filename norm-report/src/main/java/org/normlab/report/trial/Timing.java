package org.normlab.report.trial;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything about a result that may differ between two equal runs.
 *
 * @param seconds how long the trial took by the monotonic clock
 * @param facts text by name: start, Java, system, processor, kernel, matrix product, memory, a digest of the host's name
 */
public record Timing(double seconds, SortedMap<String, String> facts) {
    /** The fact that says when the trial began, by the clock of its machine in UTC. */
    public static final String START = "start";

    /** No time was taken. */
    public static final Timing NONE = new Timing(0, Collections.emptySortedMap());

    /**
     * Copies the facts.
     *
     * @param seconds how long the trial took by the monotonic clock
     * @param facts text by name: start, Java, system, processor, kernel, matrix product, memory, a digest of the host's name
     */
    public Timing {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
