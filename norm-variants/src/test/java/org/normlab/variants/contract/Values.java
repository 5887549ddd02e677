package org.normlab.variants.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Inputs by name: ordinary ones, and those that break careless arithmetic. */
public enum Values {
    /** Mean 0, deviation 1. */
    GAUSSIAN(g -> g),
    /** A mean of five deviations, so that no norm is near zero. */
    POSITIVE(g -> 5 + g),
    /** A mean of a thousand deviations. */
    OFFSET_1E3(g -> 1e3 + g),
    /** A mean of about a million deviations, where the sum of squares holds nothing of the variance. */
    OFFSET_1E6(g -> -5e5 + g),
    /** Deviation 1e-6, far below a usual ε. */
    SMALL(g -> 1e-6 * g),
    /** Deviation 1e6. */
    LARGE(g -> 1e6 * g),
    /** Squares underflow float32. */
    TINY(g -> 1e-20 * g),
    /** Squares overflow float32. */
    HUGE(g -> 1e30 * g),
    /** Subnormal in float32. */
    DENORMAL(g -> 1e-41 * g),
    /** Subnormal in float64, zero in float32. */
    SUBNORMAL(g -> 1e-310 * g),
    /** Multiples of 1/64 up to 16, so that small sums and products are exact. */
    DYADIC(g -> Math.rint(Math.max(-16, Math.min(16, 4 * g)) * 64) / 64),
    /** All equal. */
    CONSTANT(g -> 1234.1),
    /** Alternating signs: the sum cancels. */
    ALTERNATING(g -> g) {
        @Override
        void arrange(double[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 2 == 0 ? 1000 + values[i] : -1000 + values[i];
            }
        }
    },
    /** Ascending. */
    SORTED(g -> g) {
        @Override
        void arrange(double[] values) {
            Arrays.sort(values);
        }
    },
    /** All equal but one. */
    OUTLIER(g -> 3.25) {
        @Override
        void arrange(double[] values) {
            values[values.length / 2] = 1e4;
        }
    };

    private final DoubleUnaryOperator ofGaussian;

    Values(DoubleUnaryOperator ofGaussian) {
        this.ofGaussian = ofGaussian;
    }

    /** Reproducible values of this kind. */
    public double[] generate(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> ofGaussian.applyAsDouble(random.nextGaussian()));
        if (count > 0) {
            arrange(values);
        }
        return values;
    }

    void arrange(double[] values) {}
}
