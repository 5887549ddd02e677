package org.normlab.variants.batch;

import java.util.Arrays;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Options;

/**
 * Variance-only batch normalization: y = x·r·weight + bias with r of the centred variance. Departs from BatchNorm in that x keeps its
 * mean.
 *
 * <p>Lubana, Dick and Tanaka 2021, arXiv 2106.05956.
 *
 * @param base weight, bias, ε and rule
 */
public record VarianceOnlyBatchNorm(BatchNorm base) implements BatchBased, Formula {

    static VarianceOnlyBatchNorm create(Options o) {
        return new VarianceOnlyBatchNorm(BatchNorm.from(o, 1e-5, RunningRule.TORCH));
    }

    @Override
    public Point at(Sample sample) {
        Slices channels = sample.channels();
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        double[] r = channels.each(c -> epsilon().scale(moments.variance(c)) * BatchBased.share(moments, c));
        double[] slopes = channels.each(c -> epsilon().slope(moments.variance(c), r[c]));
        return new Point(sample.map(i -> sample.get(i) * r[channels.of(i)]), moments, q -> {
            double[] dot = channels.means(i -> q[i] * sample.get(i));
            return new Pull(sample.map(i -> {
                int c = channels.of(i);
                return r[c] * (q[i] - moments.deviation(c, sample.get(i)) * slopes[c] * dot[c]);
            }));
        });
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        double[] variances = new double[channels()];
        Arrays.setAll(variances, running::variance);
        return base.frozen(RunningMoments.of(RunningRule.TORCH, new double[channels()], variances, running.updates()));
    }
}
