package org.normlab.report.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.normlab.report.random.Stream;

/**
 * Almost stochastic order (del Barrio et al. 2018; Dror et al. 2019): how far one arm's scores are from being higher
 * than the other's at every quantile. A secondary column; it decides nothing.
 *
 * <p>The violation ε is ∫ min(0, F⁻¹(t) − G⁻¹(t))² dt over ∫ (F⁻¹(t) − G⁻¹(t))² dt, F and G being the empirical
 * distributions of X and Y: 0 if X is never lower, 1 if never higher, 0.5 if both are the same.
 */
public final class StochasticOrder {
    /** Resamples for the standard error of the violation. */
    public static final int RESAMPLES = 1_000;

    private StochasticOrder() {}

    /**
     * The violation of "X is stochastically higher than Y".
     *
     * @param x scores of one arm; not modified
     * @param y scores of the other arm; not modified
     * @return ε, in [0, 1]
     */
    public static double violation(double[] x, double[] y) {
        double[] first = x.clone();
        double[] second = y.clone();
        Arrays.sort(first);
        Arrays.sort(second);
        return ofSorted(first, second);
    }

    /** Integrates exactly: both quantile functions are constant between multiples of 1/n and of 1/m. */
    private static double ofSorted(double[] x, double[] y) {
        double against = 0;
        double total = 0;
        long n = x.length;
        long m = y.length;
        int i = 0;
        int j = 0;
        for (long at = 0; at < n * m; ) {
            long next = Math.min((i + 1) * m, (j + 1) * n);
            double gap = x[i] - y[j];
            double area = (next - at) * gap * gap;
            total += area;
            against += gap < 0 ? area : 0;
            i += next == (i + 1) * m ? 1 : 0;
            j += next == (j + 1) * n ? 1 : 0;
            at = next;
        }
        return total == 0 ? 0.5 : against / total;
    }

    /**
     * The upper confidence limit of the violation, ε_min = ε − Φ⁻¹(1 − level) s, s being the standard deviation of ε
     * over {@value #RESAMPLES} resamples; below 0.2 X is called almost stochastically higher (Ulmer et al. 2022).
     *
     * @param x scores of one arm; not modified
     * @param y scores of the other arm; not modified
     * @param level the one-sided confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return ε_min, cut to [0, 1]
     */
    public static double upperLimit(double[] x, double[] y, double level, long seed) {
        Stream draws = Stream.of(seed);
        double[] violations = new double[RESAMPLES];
        Arrays.setAll(violations, r -> violation(resample(x, draws), resample(y, draws)));
        double error = StandardDeviation.of(violations).getAsDouble();
        double limit = violation(x, y) - Normal.quantile(1 - level) * error;
        return Math.max(0, Math.min(1, limit));
    }

    private static double[] resample(double[] values, Stream draws) {
        double[] resample = new double[values.length];
        Arrays.setAll(resample, i -> values[draws.below(values.length)]);
        return resample;
    }
}
