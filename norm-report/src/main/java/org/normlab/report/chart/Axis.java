package org.normlab.report.chart;

/**
 * What an axis measures and how it is spaced.
 *
 * @param label the quantity with its unit, such as {@code "test error, %"}
 * @param scale how it is spaced
 */
public record Axis(String label, Scale scale) {
    /** The spacing of an axis. */
    public enum Scale {
        /** Even steps; zero is always on the axis. */
        LINEAR,
        /** Doublings, as for batch sizes; values of zero or less are left out. */
        LOG2,
        /** Powers of ten, as for losses; values of zero or less are left out. */
        LOG10;

        boolean shows(double value) {
            return Math.abs(value) <= LIMIT && (this == LINEAR || value >= 1 / LIMIT);
        }
    }

    /** Beyond this size neither differences nor pixels can be computed safely. */
    private static final double LIMIT = 1e100;

    /**
     * An evenly spaced axis.
     *
     * @param label the quantity with its unit
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /**
     * An axis of doublings.
     *
     * @param label the quantity with its unit
     * @return the axis
     */
    public static Axis log2(String label) {
        return new Axis(label, Scale.LOG2);
    }

    /**
     * An axis of powers of ten.
     *
     * @param label the quantity with its unit
     * @return the axis
     */
    public static Axis log10(String label) {
        return new Axis(label, Scale.LOG10);
    }
}
