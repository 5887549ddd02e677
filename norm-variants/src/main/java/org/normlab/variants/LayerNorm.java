package org.normlab.variants;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/**
 * Layer normalization: one mean and variance per example, over all its elements, or over the trailing axes of a given shape.
 *
 * <p>y = (x − μ)/√(σ² + ε)·weight + bias with biased σ²; weight and bias have one entry for each normalized element (PyTorch, Keras,
 * ONNX) or one a channel (Flax, Haiku). No running statistics; an output depends on its own example alone. Ba, Kiros and Hinton
 * 2016, arXiv 1607.06450.
 *
 * @param extent which axes of an example are normalized together
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default; Flax has 1e-6, Keras 1e-3
 */
public record LayerNorm(Extent extent, Affine affine, Epsilon epsilon) implements Normalizer {

    /**
     * Normalizes trailing axes of these sizes, with one weight and bias an element.
     *
     * @param normalizedShape sizes of the last axes
     * @return the normalizer
     * @throws org.normlab.core.NormException OPTION for no size or one below 1; SHAPE for more than 2³¹−1 elements
     */
    public static LayerNorm of(int... normalizedShape) {
        Extent.Trailing extent = Extents.trailing("LayerNorm", normalizedShape);
        Affine affine = Affine.identity(Affine.Scope.ELEMENT, extent.count());
        return new LayerNorm(extent, affine, Epsilon.inside(1e-5));
    }

    /**
     * Normalizes each whole example, with one weight and bias a channel.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static LayerNorm perChannel(int channels) {
        Affine affine = Affine.identity(Affine.Scope.CHANNEL, channels);
        return new LayerNorm(new Extent.Example(), affine, Epsilon.inside(1e-5));
    }

    static LayerNorm create(Options o) {
        int channel = o.input().layout().indexOf('C');
        // in a sequence every step is normalized alone, so that no output sees later steps
        Extent usual = o.input().has('T') && channel >= 0 ? Extent.named(channel) : new Extent.Example();
        Extent extent = Extents.named(o).orElse(usual);
        return new LayerNorm(extent, Extents.affine(o, extent), o.epsilon(1e-5));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return extent.axes("LayerNorm", shape);
    }
}
