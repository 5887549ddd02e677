package org.normlab.report.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One line of the table: a workload, a pass, and the times of all that ran it.
 *
 * @param workload variant and shape
 * @param pass which pass
 * @param threads how many each may use
 * @param times by name: ours, copy, and the peers that have this pass
 */
record Row(Workload workload, Pass pass, int threads, Map<String, Times> times) {
    /** A tensor of more bytes does not stay in a cache from one pass to the next. */
    private static final long CACHED = 16L << 20;

    double median(String name) {
        return Objects.requireNonNull(times.get(name)).median();
    }

    boolean has(String name) {
        return times.containsKey(name);
    }

    /** How many times faster ours is than another; nothing if the other has no such pass. */
    OptionalDouble speedOver(String name) {
        return has(name) ? OptionalDouble.of(median(name) / median(Ours.NAME)) : OptionalDouble.empty();
    }

    /** How many times faster ours is than the fastest of these. */
    OptionalDouble speedOver(List<String> names) {
        return names.stream()
                .map(this::speedOver)
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    boolean isLargerThanCache() {
        return (long) workload.shape().count() * Float.BYTES > CACHED;
    }

    /** Where the row stands, such as {@code layer NC 64x512 forward, 1 thread}. */
    String place() {
        return workload.label() + " " + workload.shape() + " " + pass.label() + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
