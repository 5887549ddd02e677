package org.normlab.core.check;

import java.util.Locale;

/**
 * The worst element of a gradient check.
 *
 * @param gradient {@code input} or the name of a parameter, or either {@code along a direction}
 * @param element its place in memory order, or the number of the direction
 * @param analytic what the backward pass gave
 * @param numeric what the differences gave
 * @param error their distance relative to the sum of absolute terms
 * @param seed what reproduces it
 */
public record Report(String gradient, int element, double analytic, double numeric, double error, long seed) {
    /** Rounding of the formula at a step of 2⁻⁸ leaves about 1e-12; a missing term leaves about 1/m. */
    public static final double TOLERANCE = 1e-8;

    static Report passing(long seed) {
        return new Report("none", 0, 0, 0, 0, seed);
    }

    /** A parameter without a gradient is wrong whatever differences give. */
    static Report missing(String gradient, long seed) {
        return new Report(gradient, 0, Double.NaN, Double.NaN, Double.NaN, seed);
    }

    /** The worse of two elements. */
    Report and(Report other) {
        return other.error > error || Double.isNaN(other.error) ? other : this;
    }

    /** The better of two comparisons of one element. */
    Report or(Report other) {
        return other.error < error ? other : this;
    }

    /**
     * Whether the gradients agree.
     *
     * @return true if the error is within {@link #TOLERANCE}
     */
    public boolean passes() {
        return error <= TOLERANCE;
    }

    /** One line that names the worst element. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "d%s[%d] = %.9g, differences give %.9g, error %.2g of %.0e, seed %d",
                gradient,
                element,
                analytic,
                numeric,
                error,
                TOLERANCE,
                seed);
    }
}
