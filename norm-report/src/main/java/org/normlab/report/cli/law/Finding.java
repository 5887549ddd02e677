package org.normlab.report.cli.law;

import org.normlab.core.Tensor;

/**
 * The worst element of a test.
 *
 * @param place of which tensor, such as {@code output} or {@code d weight}
 * @param element its place in memory order
 * @param expected what the law says
 * @param got what the normalizer gave
 * @param error how far that is, in the measure of the law
 * @param allowed how far it may be
 */
public record Finding(String place, int element, double expected, double got, double error, double allowed) {
    /** Nothing was off. */
    static final Finding NONE = new Finding("-", 0, 0, 0, 0, 0);

    /**
     * Whether the law holds there.
     *
     * @return false also if the error is NaN
     */
    public boolean holds() {
        return error <= allowed;
    }

    /**
     * The distance in units of the last place of what was expected.
     *
     * @return 0 for equal numbers
     */
    public double ulps() {
        return expected == got ? 0 : Math.abs(expected - got) / Math.ulp(expected);
    }

    /** The worse of two. */
    Finding and(Finding other) {
        boolean worse = !other.holds() && holds() || other.error > error && holds() == other.holds();
        return worse || Double.isNaN(other.error) ? other : this;
    }

    /** Two tensors that must have the same bits; zeros of either sign are the same. */
    static Finding same(String place, Tensor expected, Tensor got) {
        Finding worst = NONE;
        for (int i = 0; i < expected.shape().count(); i++) {
            worst = worst.and(same(place, i, expected.get(i), got.get(i)));
        }
        return worst;
    }

    /** Two numbers that must be the same, NaN included. */
    static Finding same(String place, int element, double expected, double got) {
        boolean same = expected == got || Double.isNaN(expected) && Double.isNaN(got);
        double distance = Math.abs(expected - got) / Math.ulp(expected);
        return new Finding(place, element, expected, got, same ? 0 : distance, 0);
    }

    /** Two numbers that may differ a little. */
    static Finding near(String place, int element, double expected, double got, double allowed) {
        return new Finding(place, element, expected, got, Math.abs(expected - got), allowed);
    }
}
