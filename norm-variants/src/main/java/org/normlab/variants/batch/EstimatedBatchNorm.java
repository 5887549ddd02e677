package org.normlab.variants.batch;

import org.normlab.core.Moments;
import org.normlab.core.Normalized;
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
 * Estimated batch normalization: running statistics are updated by the batch first and then normalize it. Departs from BatchNorm in
 * that statistics carry no gradient.
 *
 * <p>y = (x − mean)/√(variance + ε)·weight + bias. The first stage of batch-channel normalization (Qiao et al. 2019, arXiv
 * 1911.09738).
 *
 * @param base weight, bias, ε and rule
 * @param running what the batches before have left; read anew by each pass
 */
public record EstimatedBatchNorm(BatchNorm base, RunningMoments running) implements BatchBased, Formula {

    static EstimatedBatchNorm create(Options o) {
        BatchNorm base = BatchNorm.from(o, 1e-5, RunningRule.ONNX);
        return new EstimatedBatchNorm(base, base.start());
    }

    @Override
    public Point at(Sample sample) {
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        Normalized frozen = sample.forward(BatchBased.bare(base).frozen(running.update(moments)));
        Slices channels = sample.channels();
        double[] shares = channels.each(c -> BatchBased.share(moments, c));
        return new Point(
                sample.map(i -> frozen.output().get(i) * shares[channels.of(i)]),
                moments,
                q -> new Pull(Pull.through(frozen, sample.map(i -> q[i] * shares[channels.of(i)]))));
    }

    @Override
    public Normalizer training(RunningMoments now) {
        return new EstimatedBatchNorm(base, now);
    }
}
