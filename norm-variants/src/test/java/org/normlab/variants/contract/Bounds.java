package org.normlab.variants.contract;

import java.util.stream.IntStream;

/** What rounding may do: the promised distances from the exact values. */
public final class Bounds {
    private static final double DOUBLE = 0x1p-53;
    private final Exact exact;
    private final Precision precision;

    Bounds(Exact exact, Precision precision) {
        this.exact = exact;
        this.precision = precision;
    }

    /**
     * Float32: one ulp of the output, and eight roundings of a double in each of its terms. Float64: four ulps; the mean's last digit,
     * which is κ times larger than the deviation's; and half of the L roundings that the variance may carry ({@link #variance}), since
     * the scale is its root: seen where a single outlier is followed by many small values, each of which rounds the sum the same way.
     * The ulps are those of the largest of output, weight·x̂ and bias: where weight·x̂ and bias cancel, half an ulp of weight·x̂ is many
     * of the output. Without bias they are the output's own.
     */
    double output(int element) {
        double weight = Math.abs(exact.weight(element));
        double bias = Math.abs(exact.bias(element));
        double normalized = Math.abs(exact.normalized(element).doubleValue());
        double output = Math.abs(exact.output(element).doubleValue());
        if (precision == Precision.FLOAT32) {
            return precision.ulp(output) + 8 * DOUBLE * (weight * (1 + normalized) + bias);
        }
        double largest = Math.max(output, Math.max(bias, weight * normalized));
        Exact.Slice slice = exact.slice(element);
        double ofScale = steps(slice.count()) / 2 * weight * normalized;
        return 4 * precision.ulp(largest) + DOUBLE * (slice.condition() * weight + ofScale);
    }

    /** Relative error of the variance: L roundings of the sum, and those of the mean, which count squared. */
    double variance(int statistic) {
        Exact.Slice slice = exact.statistic(statistic);
        if (precision == Precision.FLOAT32) {
            return 1e-12;
        }
        double steps = steps(slice.count());
        return steps * DOUBLE + square(steps * slice.condition() * DOUBLE);
    }

    /**
     * Float32: the store rounds once and the statistics are double, so two units of the size of the terms. Float64: eight roundings,
     * the mean's κ, and what the scale has from the variance as in {@link #output}: with one outlier among 420 equal values 10.5
     * roundings were seen. Each with the smallest subnormal, times r where x̂ itself may be one.
     */
    double input(ExactGradient.Sum gradient, int element) {
        Exact.Slice slice = exact.slice(element);
        double roundings = precision == Precision.FLOAT32
                ? 2 * precision.unit()
                : (8 + slice.condition() + steps(slice.count()) / 2) * DOUBLE;
        return roundings * gradient.size() + precision.smallest();
    }

    /**
     * Two units of the sum of magnitudes in float32, L and κ of them in float64; x̂'s own underflow; and that of each product in double,
     * half a subnormal, before the sum is scaled.
     *
     * @param gradient Σ dy·x̂
     * @param ofBias Σ dy
     */
    double weight(ExactGradient.Sum gradient, ExactGradient.Sum ofBias, int terms) {
        double roundings = precision == Precision.FLOAT32
                ? 2 * precision.unit()
                : (steps(terms) + worst(Worst.CONDITION)) * DOUBLE;
        double scale = worst(Worst.SCALE);
        double underflow = precision.smallest() * (1 + ofBias.size() * scale) + Double.MIN_VALUE * (scale * terms / 2);
        return roundings * gradient.size() + underflow;
    }

    /** As {@link #weight}, without κ. */
    double bias(ExactGradient.Sum gradient, int terms) {
        double roundings = precision == Precision.FLOAT32 ? 2 * precision.unit() : steps(terms) * DOUBLE;
        return roundings * gradient.size() + precision.smallest();
    }

    private enum Worst {
        CONDITION,
        SCALE
    }

    private double worst(Worst what) {
        return IntStream.range(0, exact.slices().size())
                .mapToObj(exact::statistic)
                .mapToDouble(slice -> what == Worst.SCALE ? slice.scale().doubleValue() : slice.condition())
                .max()
                .orElse(1);
    }

    private static double steps(int terms) {
        return Math.log(Math.max(1, terms)) / Math.log(2) + 32;
    }

    private static double square(double value) {
        return value * value;
    }
}
