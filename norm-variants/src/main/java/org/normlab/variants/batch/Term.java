package org.normlab.variants.batch;

import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.RunningMoments;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;

/** One kind of statistics in a mixture: means, variances and, unless they are given, their gradient. */
record Term(Slices slices, double[] means, double[] variances, double[] bends) {

    static Term of(Sample sample, Axes axes) {
        Moments moments = sample.moments(sample.shape(), axes);
        Slices slices = sample.slices(sample.shape(), axes);
        return new Term(slices, slices.each(moments::mean), slices.each(moments::variance), slices.each(s -> 1));
    }

    /** Statistics without gradient. */
    static Term given(Slices slices, RunningMoments running) {
        return new Term(slices, slices.each(running::mean), slices.each(running::variance), new double[0]);
    }

    /** The same with variances times m/(m − 1). */
    Term unbiased() {
        double[] factors = slices.each(s -> slices.count(s) / Math.max(slices.count(s) - 1.0, 1));
        return new Term(slices, means, slices.each(s -> variances[s] * factors[s]), factors);
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
