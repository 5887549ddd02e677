package org.normlab.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.core.io.NumberOutput;

/**
 * The one writer of doubles: every number that leaves the process gets its text here.
 *
 * <p>{@link #exact} is for files: the fewest digits that read back as the same double, equal on every Java version (before
 * 19, {@code Double.toString} sometimes printed a digit too many). The others are for people: rounded half to even, with
 * the minus sign U+2212 and {@code "n/a"} for NaN.
 */
public final class Numbers {
    private static final String MINUS = "\u2212";
    private static final int DIGITS = 3;

    private Numbers() {}

    /**
     * The shortest text that {@code Double.parseDouble} reads back as the same value.
     *
     * @param value any double
     * @return for example {@code "0.1"}, {@code "4"}, {@code "1.5E-7"}, {@code "-0"}, {@code "NaN"}, {@code "-Infinity"}
     */
    public static String exact(double value) {
        String text = NumberOutput.toString(value, true);
        return text.replace(".0E", "E").replaceFirst("\\.0$", "");
    }

    /**
     * The value to three significant digits.
     *
     * @param value any double
     * @return for example {@code "0.0312"}, {@code "−31.4"}, {@code "1.20e−7"}, {@code "n/a"} for NaN
     */
    public static String rounded(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        int magnitude = magnitude(value);
        if (magnitude < -4 || magnitude > 6) {
            String mantissa =
                    fixed(new BigDecimal(value).movePointLeft(magnitude).doubleValue(), DIGITS - 1);
            return mantissa + "e" + (magnitude < 0 ? MINUS : "") + Math.abs(magnitude);
        }
        return fixed(value, Math.max(0, DIGITS - 1 - magnitude));
    }

    /**
     * A share as a percentage of three significant digits.
     *
     * @param share 1 is the whole
     * @return for example {@code "3.12 %"}, with a no-break space
     */
    public static String percent(double share) {
        return rounded(share * 100) + "\u00a0%";
    }

    /**
     * The value with as many decimals as its interval deserves: two significant digits of the interval's width.
     *
     * @param value the value
     * @param low lower end of its interval
     * @param high upper end of its interval
     * @return for example {@code "−3.1 [−4.0, −2.2]"}; without a finite interval of some width, {@link #rounded} alone
     */
    public static String measured(double value, double low, double high) {
        double width = high - low;
        if (!Double.isFinite(width) || width <= 0) {
            return rounded(value);
        }
        int decimals = Math.min(9, Math.max(0, 1 - magnitude(width)));
        return fixed(value, decimals) + " [" + fixed(low, decimals) + ", " + fixed(high, decimals) + "]";
    }

    /**
     * The value with a fixed number of decimals.
     *
     * @param value any double
     * @param decimals how many digits stand after the point, 0 or more
     * @return for example {@code "−0.50"}; a value that rounds to zero has no sign
     */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal rounded = new BigDecimal(exact(value)).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.toPlainString().replace("-", MINUS);
    }

    /** The power of ten of the leading digit once the value is rounded to the digits shown. */
    private static int magnitude(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale() - 1;
    }

    private static String special(double value) {
        if (value == 0) {
            return "0";
        }
        return Double.isNaN(value) ? "n/a" : value > 0 ? "infinite" : MINUS + "infinite";
    }
}
