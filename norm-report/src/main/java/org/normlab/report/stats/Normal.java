package org.normlab.report.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The standard normal distribution, rounded to multiples of 2⁻⁴⁰.
 *
 * <p>The library computes with {@code Math.exp} and {@code Math.log}, whose last bit may differ between JDKs and
 * processors; the rounding keeps that bit out of every result, at an error of 5·10⁻¹³.
 */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The z below which a share p of the distribution lies; infinite at 0 and 1. */
    static double quantile(double p) {
        return rounded(STANDARD.inverseCumulativeProbability(p));
    }

    /** The share of the distribution below z. */
    static double cumulative(double z) {
        return rounded(STANDARD.cumulativeProbability(z));
    }

    private static double rounded(double x) {
        return Math.rint(x * 0x1p40) * 0x1p-40;
    }
}
