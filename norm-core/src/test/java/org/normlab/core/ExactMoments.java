package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;

/** Mean and biased variance without rounding, for comparison. */
record ExactMoments(BigDecimal mean, BigDecimal variance, double largest) {
    private static final MathContext DIGITS = new MathContext(60);

    static ExactMoments of(double[] values) {
        BigDecimal count = BigDecimal.valueOf(values.length);
        BigDecimal sum = BigDecimal.ZERO;
        double largest = 0;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
            largest = Math.max(largest, Math.abs(value));
        }
        BigDecimal mean = sum.divide(count, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : values) {
            squares = squares.add(new BigDecimal(value).subtract(mean).pow(2, DIGITS));
        }
        return new ExactMoments(mean, squares.divide(count, DIGITS), largest);
    }

    /** The mean to the last digits of the largest value, the variance to a relative 1e-13 but for what underflows. */
    void assertAgree(Moments moments, int statistic) {
        assertThat(distance(moments.mean(statistic), mean)).isLessThanOrEqualTo(0x1p-50 * largest);
        assertThat(moments.variance(statistic)).isNotNegative();
        assertThat(distance(moments.variance(statistic), variance))
                .isLessThanOrEqualTo(1e-13 * variance.doubleValue() + Double.MIN_NORMAL);
    }

    private static double distance(double actual, BigDecimal exact) {
        return new BigDecimal(actual).subtract(exact).abs().doubleValue();
    }
}
