package org.normlab.report.stats;

/**
 * Percentiles of a resampled statistic: single order statistics, no interpolation (infinite values stay what they are),
 * rounded outwards.
 */
final class Percentiles {
    private Percentiles() {}

    /**
     * The value of {@code sorted} with a share {@code tail} of it below: number floor((n + 1) tail), at least the
     * first.
     */
    static double lower(double[] sorted, double tail) {
        return sorted[rank(sorted.length, tail) - 1];
    }

    /** The value of {@code sorted} with a share {@code tail} of it above: the mirror image of {@link #lower}. */
    static double upper(double[] sorted, double tail) {
        return sorted[sorted.length - rank(sorted.length, tail)];
    }

    private static int rank(int count, double tail) {
        int rank = (int) Math.floor((count + 1) * tail);
        return Math.max(1, Math.min(count, rank));
    }
}
