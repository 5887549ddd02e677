package org.normlab.variants;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tracked;

/**
 * Batch normalization: one mean and variance per channel, over the examples and all positions. Evaluated with running statistics.
 *
 * <p>y = (x − μ)/√(σ² + ε)·weight + bias with biased σ²; weight and bias have one entry a channel. In training an output depends on
 * every example of the batch; a channel needs at least two values. Ioffe and Szegedy 2015, arXiv 1502.03167.
 *
 * @param channels size of axis C
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default, as PyTorch, ONNX and Flax; Keras has 1e-3
 * @param rule how running statistics follow the batches, {@link RunningRule#TORCH} by default
 * @param single what a single value a channel does in training
 */
public record BatchNorm(int channels, Affine affine, Epsilon epsilon, RunningRule rule, Single single)
        implements Tracked {

    /**
     * Checks the number of channels.
     *
     * @param channels size of axis C
     * @param affine weight and bias
     * @param epsilon 1e-5 inside the root by default, as PyTorch, ONNX and Flax; Keras has 1e-3
     * @param rule how running statistics follow the batches, {@link RunningRule#TORCH} by default
     * @param single what a single value a channel does in training
     * @throws org.normlab.core.NormException OPTION if it is less than 1
     */
    public BatchNorm {
        Channels.positive("BatchNorm", "channels", channels);
    }

    /**
     * Weight 1, bias 0, ε 1e-5.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static BatchNorm of(int channels) {
        Channels.positive("BatchNorm", "channels", channels);
        return new BatchNorm(
                channels,
                Affine.identity(Affine.Scope.CHANNEL, channels),
                Epsilon.inside(1e-5),
                RunningRule.TORCH,
                Single.ERROR);
    }

    /**
     * The normalizer that options describe.
     *
     * @param o the options
     * @param eps ε unless they say otherwise
     * @param rule how running statistics follow the batches unless they say otherwise
     * @return the normalizer
     */
    public static BatchNorm from(Options o, double eps, RunningRule rule) {
        return new BatchNorm(o.channels(), o.channelAffine(), o.epsilon(eps), o.rule(rule), o.single());
    }

    static BatchNorm create(Options o) {
        return from(o, 1e-5, RunningRule.TORCH);
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Channels.require("BatchNorm", shape, channels).allBut("C");
    }

    @Override
    public int fewest() {
        return single.fewest();
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return new FrozenNorm(running, affine, epsilon);
    }
}
