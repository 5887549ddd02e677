package org.normlab.variants;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/**
 * Root-mean-square normalization over the last axis. Departs from LayerNorm in that nothing is centred.
 *
 * <p>y = x/√(mean(x²) + ε)·weight, one weight an element and no bias by default. Zhang and Sennrich 2019, arXiv 1910.07467.
 *
 * @param extent which axes are normalized together
 * @param affine weight and bias
 * @param epsilon 1e-6 inside the root by default, as Llama, Flax and Keras; ONNX has 1e-5, the authors 1e-8 outside
 */
public record RmsNorm(Extent extent, Affine affine, Epsilon epsilon) implements Normalizer {

    /**
     * Normalizes trailing axes of these sizes, with one weight an element.
     *
     * @param normalizedShape sizes of the last axes
     * @return the normalizer
     * @throws org.normlab.core.NormException OPTION for no size or one below 1; SHAPE for more than 2³¹−1 elements
     */
    public static RmsNorm of(int... normalizedShape) {
        Extent.Trailing extent = Extents.trailing("RmsNorm", normalizedShape);
        Affine both = Affine.identity(Affine.Scope.ELEMENT, extent.count());
        return new RmsNorm(extent, both.withoutBias(), Epsilon.inside(1e-6));
    }

    static Normalizer create(Options o) {
        Extent extent = Extents.named(o).orElse(Extent.named(-1));
        Affine full = Extents.affine(o, extent);
        Affine affine = o.on("bias", "off") ? full : full.withoutBias();
        if (o.on("unit-offset", "off") && affine.weight().isPresent()) {
            int entries = affine.weight().get().shape().count();
            affine = affine.weight(o.parameter(entries, 0)).unitOffset();
        }
        if (o.text("eps").filter("machine"::equals).isPresent()) {
            return MachineRms.create(o, extent, affine);
        }
        RmsNorm norm = new RmsNorm(extent, affine, o.epsilon(1e-6));
        return o.text("partial").isPresent() ? new PartialRms(norm, o.number("partial", 1)) : norm;
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return extent.axes("RmsNorm", shape);
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }
}
