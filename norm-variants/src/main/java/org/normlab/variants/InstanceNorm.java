package org.normlab.variants;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.variants.example.TrackedInstanceNorm;

/**
 * Instance normalization: one mean and variance per example and channel, over the spatial axes. Departs from LayerNorm in its axes.
 *
 * <p>y = (x − μ)/√(σ² + ε)·weight + bias with biased σ²; without weight and bias by default, as in PyTorch (ONNX and Flax have
 * them). A single position is an error, whatever the batch. Ulyanov, Vedaldi and Lempitsky 2016, arXiv 1607.08022.
 *
 * @param channels size of axis C
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default
 * @param single what a single position does
 */
public record InstanceNorm(int channels, Affine affine, Epsilon epsilon, Single single) implements Normalizer {

    /**
     * Checks the number of channels.
     *
     * @param channels size of axis C
     * @param affine weight and bias
     * @param epsilon 1e-5 inside the root by default
     * @param single what a single position does
     * @throws NormException OPTION if it is less than 1
     */
    public InstanceNorm {
        Channels.positive("InstanceNorm", "channels", channels);
    }

    /**
     * No weight and bias, ε 1e-5.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static InstanceNorm of(int channels) {
        return new InstanceNorm(channels, Affine.none(), Epsilon.inside(1e-5), Single.ERROR);
    }

    /**
     * Weight 1 and bias 0 a channel.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static InstanceNorm affine(int channels) {
        Affine affine = Affine.identity(Affine.Scope.CHANNEL, channels);
        return new InstanceNorm(channels, affine, Epsilon.inside(1e-5), Single.ERROR);
    }

    static Normalizer create(Options o) {
        Affine affine = o.text("affine").isPresent() ? o.channelAffine() : Affine.none();
        InstanceNorm norm = new InstanceNorm(o.channels(), affine, o.epsilon(1e-5), o.single());
        return o.on("track", "off") ? new TrackedInstanceNorm(norm, o.rule(RunningRule.TORCH)) : norm;
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Axes spatial = Channels.require("InstanceNorm", shape, channels).spatialAxes();
        if (spatial.isEmpty()) {
            throw NormException.about(Kind.SHAPE, "InstanceNorm", "x", shape)
                    .because("has no spatial axis", "use LayerNorm or GroupNorm on examples by channels");
        }
        return spatial;
    }

    @Override
    public int fewest() {
        return single.fewest();
    }
}
