package org.normlab.variants.batch;

import java.util.Arrays;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
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
import org.normlab.variants.FrozenNorm;
import org.normlab.variants.Options;

/**
 * Mean-only batch normalization: y = x − μ + bias. Departs from BatchNorm in that nothing is scaled.
 *
 * <p>Meant to follow weight normalization. Salimans and Kingma 2016, arXiv 1602.07868.
 *
 * @param base bias and rule; its weight is not used
 */
public record MeanOnlyBatchNorm(BatchNorm base) implements BatchBased, Formula {

    static MeanOnlyBatchNorm create(Options o) {
        return new MeanOnlyBatchNorm(BatchNorm.from(o, 1e-5, RunningRule.TORCH));
    }

    @Override
    public Affine affine() {
        return base.affine().bias().map(Affine.none()::bias).orElse(Affine.none());
    }

    @Override
    public Point at(Sample sample) {
        Slices channels = sample.channels();
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        double[] z = sample.map(i -> moments.deviation(channels.of(i), sample.get(i)));
        return new Point(z, moments, q -> {
            double[] mean = channels.means(i -> q[i]);
            return new Pull(sample.map(i -> q[i] - mean[channels.of(i)]));
        });
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        double[] means = new double[channels()];
        double[] ones = new double[channels()];
        Arrays.setAll(means, running::mean);
        Arrays.fill(ones, 1);
        return new FrozenNorm(
                RunningMoments.of(RunningRule.TORCH, means, ones, running.updates()), affine(), Epsilon.inside(0));
    }
}
