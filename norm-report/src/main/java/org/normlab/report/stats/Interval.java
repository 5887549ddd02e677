package org.normlab.report.stats;

import java.util.function.DoubleUnaryOperator;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * A confidence interval, both ends included; an end may be infinite.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 * @param level the confidence level, in (0, 1)
 * @param method how the interval was found
 */
public record Interval(double low, double high, double level, Method method) {

    /** How an interval was found. */
    public enum Method {
        /** Bias-corrected and accelerated bootstrap (Efron 1987). */
        BCA,
        /** Percentiles of the bootstrap. */
        PERCENTILE,
        /**
         * Percentiles where BCa was asked for: every resample lay on one side of the estimate, so it has no bias
         * correction.
         */
        PERCENTILE_FALLBACK,
        /** A point: all values were equal. */
        POINT,
        /** Score interval of a share (Wilson 1927). */
        WILSON
    }

    /**
     * Checks the ends and the level.
     *
     * @param low the lower end
     * @param high the upper end, not below {@code low}
     * @param level the confidence level, in (0, 1)
     * @param method how the interval was found
     * @throws NormException OPTION if an end is NaN, the ends are exchanged or the level is not in (0, 1)
     */
    public Interval {
        if (!(low <= high)) {
            throw NormException.about(Kind.OPTION, "Interval", "low", low)
                    .because("is not at most high = " + high, "give two numbers in order");
        }
        if (!(level > 0 && level < 1)) {
            throw NormException.about(Kind.OPTION, "Interval", "level", level)
                    .because("is not between 0 and 1", "use 0.95, say");
        }
    }

    /**
     * Whether a value lies in the interval, ends included.
     *
     * @param value any number
     * @return true if it does
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * Whether the whole interval, ends included, lies strictly between two limits.
     *
     * @param lower the lower limit
     * @param upper the upper limit
     * @return true if it does
     */
    public boolean isInside(double lower, double upper) {
        return lower < low && high < upper;
    }

    /**
     * Whether the whole interval lies strictly above {@code upper} or strictly below {@code lower}.
     *
     * @param lower the lower limit
     * @param upper the upper limit
     * @return true if it shares no point with the two limits and what lies between them
     */
    public boolean isOutside(double lower, double upper) {
        return high < lower || low > upper;
    }

    /**
     * The interval of an increasing function of the quantity, such as its logarithm.
     *
     * @param increasing the function
     * @return an interval of the same level and method
     */
    public Interval map(DoubleUnaryOperator increasing) {
        return new Interval(increasing.applyAsDouble(low), increasing.applyAsDouble(high), level, method);
    }

    /**
     * The interval of the quantity with the other sign.
     *
     * @return the mirror image
     */
    public Interval negated() {
        return new Interval(0 - high, 0 - low, level, method); // 0 stays 0
    }
}
