package org.normlab.report.stats.tuning;

import java.util.Arrays;

/**
 * The expected best of k trials (Dodge et al. 2019), k of the n trials being drawn without replacement: a grid is never
 * tried twice, and the last value is then the best of all.
 */
public final class ExpectedBest {
    private ExpectedBest() {}

    /**
     * E[min of k] = Σᵢ s₍ᵢ₎ C(n−i, k−1) / C(n, k) for scores s₍₁₎ ≤ ... ≤ s₍ₙ₎.
     *
     * @param scores one a trial, lower is better, finite; not modified
     * @return the expected lowest score of k trials, at index k − 1
     */
    public static double[] of(double... scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] expected = new double[sorted.length];
        Arrays.setAll(expected, index -> expectedOf(sorted, index + 1));
        return expected;
    }

    private static double expectedOf(double[] sorted, int k) {
        int n = sorted.length;
        double expected = 0;
        double noneSoFar = 1;
        for (int i = 0; i <= n - k; i++) {
            // the chance that the lowest of those left, n − i of them, is among the k drawn from them
            double drawn = (double) k / (n - i);
            expected += noneSoFar * drawn * sorted[i];
            noneSoFar *= 1 - drawn;
        }
        return expected;
    }
}
