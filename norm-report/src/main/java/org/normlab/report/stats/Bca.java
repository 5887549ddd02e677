package org.normlab.report.stats;

import java.util.Arrays;
import org.normlab.report.random.Stream;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean of paired differences (Efron 1987).
 *
 * <p>With θ the mean, θ* the {@value #RESAMPLES} resampled means, z₀ = Φ⁻¹(share of θ* below θ, ties half) and the
 * acceleration a = Σ(d − θ)³ / (6 (Σ(d − θ)²)^1.5), the ends are the percentiles Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z))) of
 * the θ* with z = Φ⁻¹((1 − level)/2) and its opposite.
 *
 * <p>Edge results: all differences equal give that point; all resamples on one side of θ give plain percentiles, and
 * the interval says so. The interval does not depend on the order of the replicates, and exchanging the arms gives
 * its mirror image. Fewer than about ten replicates make any bootstrap too narrow: the guard on replicates is there
 * for that.
 */
public final class Bca {
    /** Resamples drawn for an interval. */
    public static final int RESAMPLES = 10_000;

    private Bca() {}

    /**
     * The interval of the mean difference. The same seed gives nested intervals for different levels.
     *
     * @param paired the differences
     * @param level the confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return the interval
     */
    public static Interval ofMean(Paired paired, double level, long seed) {
        double[] values = paired.sorted();
        if (values[0] == values[values.length - 1]) {
            return new Interval(values[0], values[0], level, Interval.Method.POINT);
        }
        if (paired.mean() < 0) {
            return ofSorted(paired.negated().sorted(), level, seed).negated();
        }
        return ofSorted(values, level, seed);
    }

    private static Interval ofSorted(double[] values, double level, long seed) {
        double[] means = resampledMeans(values, seed);
        double bias = Normal.quantile(shareBelow(means, values));
        return ends(means, bias, acceleration(values), level);
    }

    /** The interval from ascending resampled means; without corrections if the bias is infinite. */
    static Interval ends(double[] means, double bias, double acceleration, double level) {
        double tail = (1 - level) / 2;
        if (Double.isInfinite(bias)) {
            double low = Percentiles.lower(means, tail);
            return new Interval(low, Percentiles.upper(means, tail), level, Interval.Method.PERCENTILE_FALLBACK);
        }
        double z = Normal.quantile(tail);
        double low = Percentiles.lower(means, Normal.cumulative(corrected(bias, z, acceleration)));
        double high = Percentiles.upper(means, Normal.cumulative(-corrected(bias, -z, acceleration)));
        return new Interval(low, high, level, Interval.Method.BCA);
    }

    private static double corrected(double bias, double z, double acceleration) {
        return bias + (bias + z) / (1 - acceleration * (bias + z));
    }

    /** Means of resamples, ascending; each is summed in the order of the values, as the mean itself is. */
    private static double[] resampledMeans(double[] values, long seed) {
        Stream draws = Stream.of(seed);
        double[] means = new double[RESAMPLES];
        int[] times = new int[values.length];
        for (int r = 0; r < RESAMPLES; r++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < values.length; i++) {
                times[draws.below(values.length)]++;
            }
            means[r] = weightedMean(values, times);
        }
        Arrays.sort(means);
        return means;
    }

    private static double weightedMean(double[] values, int[] times) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
        }
        return sum / values.length;
    }

    private static double mean(double[] values) {
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        return weightedMean(values, once);
    }

    private static double shareBelow(double[] means, double[] values) {
        double mean = mean(values);
        double rounding = rounding(values);
        double below = 0;
        for (double resampled : means) {
            if (Math.abs(resampled - mean) <= rounding) {
                below += 0.5;
            } else if (resampled < mean) {
                below += 1;
            }
        }
        return below / means.length;
    }

    /**
     * How far two equal means may lie apart: n products and n sums, each off by half an ulp of at most n max|d|, in
     * both means, divided by n.
     */
    private static double rounding(double[] values) {
        int n = values.length;
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        return 2 * Math.ulp(n * largest);
    }

    private static double acceleration(double[] values) {
        double mean = mean(values);
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double centred = value - mean;
            squares += centred * centred;
            cubes += centred * centred * centred;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }
}
