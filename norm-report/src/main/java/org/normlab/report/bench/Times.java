package org.normlab.report.bench;

import java.util.Arrays;

/** How long one run of a task took, in several samples. */
final class Times {
    private static final double MICRO = 1e-3;

    private final double[] nanos;
    private final double[] sorted;

    /** Takes nanoseconds a run, in the order of measurement. */
    Times(double... nanos) {
        this.nanos = nanos.clone();
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** Microseconds a run in the middle sample: half of all samples were faster. */
    double median() {
        return quantile(0.5);
    }

    /** Microseconds a run that this share of all samples did not exceed. */
    double quantile(double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))] * MICRO;
    }

    /** Microseconds a run of every sample, in the order of measurement. */
    double[] micros() {
        return Arrays.stream(nanos).map(value -> value * MICRO).toArray();
    }
}
