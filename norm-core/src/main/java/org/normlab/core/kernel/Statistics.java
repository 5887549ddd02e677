package org.normlab.core.kernel;

/**
 * The statistics of a tensor, one entry each: the centre as an unevaluated sum {@code hi + lo}, the sum of squared
 * deviations M2, and the factor r that the normalized values are scaled by.
 *
 * <p>Keeping {@code lo} apart is what makes a constant give exactly 0 and keeps the last digits at large offsets.
 */
public final class Statistics {
    /** Leading part of the centre: 0, or what was near the mean when the deviations were taken from it. */
    public final double[] hi;
    /** The centre minus {@link #hi}. */
    public final double[] lo;
    /** Σ(x − centre)². */
    public final double[] m2;
    /** The scale, such as 1/√(variance + ε). */
    public final double[] scale;

    /**
     * Empty statistics.
     *
     * @param size how many
     */
    public Statistics(int size) {
        hi = new double[size];
        lo = new double[size];
        m2 = new double[size];
        scale = new double[size];
    }

    /**
     * The number of statistics.
     *
     * @return how many
     */
    public int size() {
        return hi.length;
    }

    /**
     * Adds one element to those that a statistic has.
     *
     * @param slot the statistic
     * @param na how many it has, at least 1
     * @param value the element
     */
    public void add(int slot, long na, double value) {
        merge(slot, na, value - hi[slot], 0, 1);
    }

    /** Adds the moments of nb elements to those of na elements about the same hi (Chan, Golub and LeVeque 1979). */
    void merge(int slot, long na, double loB, double m2B, long nb) {
        double delta = loB - lo[slot];
        double share = (double) nb / (na + nb);
        lo[slot] += delta * share;
        m2[slot] = m2[slot] + m2B + delta * delta * (na * share);
    }
}
