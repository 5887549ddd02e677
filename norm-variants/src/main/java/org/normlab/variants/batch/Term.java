package org.normlab.variants.batch;

import java.util.Arrays;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.RunningMoments;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;

/** One kind of statistics in a mixture: means, variances and, unless they are given, their gradient. */
record Term(Slices slices, double[] means, double[] variances, double[] bends) {

    static Term of(Sample sample, Axes axes) {
        Moments moments = sample.moments(sample.shape(), axes);
        double[] means = new double[moments.size()];
        double[] variances = new double[moments.size()];
        double[] bends = new double[moments.size()];
        Arrays.setAll(means, moments::mean);
        Arrays.setAll(variances, moments::variance);
        Arrays.fill(bends, 1);
        return new Term(sample.slices(sample.shape(), axes), means, variances, bends);
    }

    /** Statistics without gradient. */
    static Term given(Slices slices, RunningMoments running) {
        double[] means = new double[slices.size()];
        double[] variances = new double[slices.size()];
        Arrays.setAll(means, running::mean);
        Arrays.setAll(variances, running::variance);
        return new Term(slices, means, variances, new double[0]);
    }

    /** The same with variances times m/(m − 1). */
    Term unbiased() {
        double[] factors = new double[means.length];
        Arrays.setAll(factors, s -> slices.count(s) / Math.max(slices.count(s) - 1.0, 1));
        double[] scaled = new double[means.length];
        Arrays.setAll(scaled, s -> variances[s] * factors[s]);
        return new Term(slices, means, scaled, factors);
    }

    double mean(int element) {
        return means[slices.of(element)];
    }

    double variance(int element) {
        return variances[slices.of(element)];
    }

    /** Adds to dx what a and b, the gradients of each element's mean and variance, give through this term's share of both. */
    void pull(Sample sample, double[] a, double[] b, double[] shares, double[] dx) {
        if (bends.length > 0) {
            double[] meanA = slices.means(i -> a[i]);
            double[] meanB = slices.means(i -> b[i]);
            for (int i = 0; i < dx.length; i++) {
                int s = slices.of(i);
                dx[i] += shares[0] * meanA[s] + shares[1] * meanB[s] * 2 * bends[s] * (sample.get(i) - means[s]);
            }
        }
    }
}
