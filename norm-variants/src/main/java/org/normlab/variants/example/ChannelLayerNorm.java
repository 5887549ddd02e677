package org.normlab.variants.example;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Options;

/**
 * Channel layer normalization ("LayerNorm2d"): one mean and variance per example and position, over the channels. Departs from
 * LayerNorm in its axes: an output depends on its own position alone.
 *
 * <p>y = (x − μ)/√(σ² + ε)·weight + bias; weight and bias have one entry a channel. Liu et al. 2022 (ConvNeXt), arXiv 2201.03545.
 *
 * @param affine weight and bias
 * @param epsilon 1e-6 inside the root by default
 */
public record ChannelLayerNorm(Affine affine, Epsilon epsilon) implements Normalizer {

    /**
     * Weight 1, bias 0, ε 1e-6.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static ChannelLayerNorm of(int channels) {
        return new ChannelLayerNorm(Affine.identity(Affine.Scope.CHANNEL, channels), Epsilon.inside(1e-6));
    }

    static ChannelLayerNorm create(Options o) {
        return new ChannelLayerNorm(o.channelAffine(), o.epsilon(1e-6));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.axes("C");
    }
}
