package org.normlab.variants.batch;

import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Sample;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.Options;

/**
 * Batch-channel normalization: estimated batch normalization and then group normalization with one weight and bias a group.
 *
 * <p>Statistics of the first stage carry no gradient. The second stage's parameters are {@code group_weight} and
 * {@code group_bias}. Qiao et al. 2019, arXiv 1911.09738.
 *
 * @param first the estimated batch normalization
 * @param second the group normalization
 */
public record BatchChannelNorm(EstimatedBatchNorm first, GroupNorm second) implements BatchBased, Formula {

    static BatchChannelNorm create(Options o) {
        int channels = o.channels();
        int groups = o.integer("groups", GroupNorm.groupsFor(channels));
        Affine perGroup = Affine.none()
                .scope(Affine.Scope.GROUP)
                .weight(o.parameter(groups, 1))
                .bias(o.parameter(groups, 0));
        Epsilon epsilon = o.epsilon(1e-5);
        return new BatchChannelNorm(
                new EstimatedBatchNorm(
                        BatchNorm.from(o, 1e-5, RunningRule.ONNX),
                        RunningMoments.start(channels, o.rule(RunningRule.ONNX))),
                new GroupNorm(channels, groups, perGroup, epsilon));
    }

    @Override
    public BatchNorm base() {
        return first.base();
    }

    @Override
    public Affine affine() {
        return Affine.none(); // each stage applies its own
    }

    @Override
    public Map<String, Tensor> parameters() {
        return new Chain(first, second).parameters();
    }

    @Override
    public Point at(Sample sample) {
        return new Chain(first, second).at(sample);
    }

    @Override
    public Normalizer training(RunningMoments now) {
        return new BatchChannelNorm(new EstimatedBatchNorm(base(), now), second);
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return new Chain(base().frozen(running), second);
    }
}
