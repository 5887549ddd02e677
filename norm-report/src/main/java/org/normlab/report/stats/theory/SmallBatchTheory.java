package org.normlab.report.stats.theory;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * What a statistic over m values does, exactly, for a normalizer with mean and variance unless said otherwise.
 *
 * <p>m is the product of the reduced sizes, not the batch size. With r = 1/√(v + ε), e the constant and u the
 * centred input as unit vectors, the backward map is r (I − e eᵀ − v/(v + ε) u uᵀ): two directions are lost, so at m
 * = 2 nothing passes.
 */
public final class SmallBatchTheory {
    private SmallBatchTheory() {}

    /**
     * The share of the energy of an isotropic gradient that passes, at ε = 0: (m − 2)/m.
     *
     * @param m values a statistic, at least 1
     * @return the share, 0 for m = 1 and m = 2
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double gradientShare(long m) {
        return Math.max(0, checked(m, 1) - 2.0) / m;
    }

    /**
     * The share that passes with ε: (m − 2 + (ε/(v + ε))²)/m.
     *
     * @param m values a statistic, at least 1
     * @param variance v, at least 0
     * @param eps ε, above 0
     * @return the share
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double gradientShare(long m, double variance, double eps) {
        double kept = 1 - varianceScale(variance, eps);
        return (checked(m, 1) - 2.0 + (m == 1 ? 1 : kept * kept)) / m;
    }

    /**
     * The share that passes without centring, as in root-mean-square normalization: (m − 1 + (ε/(s + ε))²)/m.
     *
     * @param m values a statistic, at least 1
     * @param meanSquare s, at least 0
     * @param eps ε, at least 0, not both 0
     * @return the share
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double gradientShareUncentred(long m, double meanSquare, double eps) {
        double kept = 1 - varianceScale(meanSquare, eps);
        return (checked(m, 1) - 1.0 + kept * kept) / m;
    }

    /**
     * The variance of the normalized values, and the weight of the second lost direction: v/(v + ε).
     *
     * @param variance v, at least 0
     * @param eps ε, at least 0, not both 0
     * @return the ratio, in [0, 1]
     */
    public static double varianceScale(double variance, double eps) {
        return variance / (variance + eps);
    }

    /**
     * The coefficient of variation of the variance of m independent Gaussian values: √(2/(m − 1)).
     *
     * @param m values a statistic, at least 2
     * @return the standard deviation of the estimate over its mean
     * @throws NormException TOO_FEW if m is below 2
     */
    public static double varianceNoise(long m) {
        return Math.sqrt(2.0 / (checked(m, 2) - 1));
    }

    /**
     * The largest normalized value possible: √(m − 1) (Samuelson 1968). At m = 2 every value is ±1.
     *
     * @param m values a statistic, at least 1
     * @return the bound of |x̂|
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double largestNormalized(long m) {
        return Math.sqrt(checked(m, 1) - 1.0);
    }

    /**
     * The largest value possible without centring: √m.
     *
     * @param m values a statistic, at least 1
     * @return the bound of |x̂|
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double largestNormalizedUncentred(long m) {
        return Math.sqrt((double) checked(m, 1));
    }

    /**
     * What the biased variance of m independent values is on average, in units of the population's: (m − 1)/m.
     *
     * @param m values a statistic, at least 1
     * @return the ratio
     * @throws NormException TOO_FEW if m is below 1
     */
    public static double biasedVarianceShare(long m) {
        return (checked(m, 1) - 1.0) / m;
    }

    private static long checked(long m, int least) {
        if (m < least) {
            throw NormException.about(Kind.TOO_FEW, "SmallBatchTheory", "m", m)
                    .because("is less than " + least, "count the values that one statistic is computed over");
        }
        return m;
    }
}
