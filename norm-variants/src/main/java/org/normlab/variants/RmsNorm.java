package org.normlab.variants;

import java.util.List;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Root-mean-square normalization: one mean square per position, over the last axis. Departs from LayerNorm in that nothing is
 * centred.
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
     * @throws org.normlab.core.NormException OPTION if no size is given or one is less than 1
     */
    public static RmsNorm of(int... normalizedShape) {
        Extent.Trailing extent = Extent.trailing(normalizedShape);
        Affine affine = Affine.identity(Affine.Scope.ELEMENT, extent.count()).withoutBias();
        return new RmsNorm(extent, affine, Epsilon.inside(1e-6));
    }

    static Normalizer create(Options o) {
        Extent extent = Extent.named(o).orElseGet(() -> new Extent.Named(List.of(-1)));
        Affine affine = Extent.affine(o, extent);
        affine = o.on("bias", "off") ? affine : affine.withoutBias();
        if (o.on("unit-offset", "off") && affine.weight().isPresent()) {
            Tensor weight = affine.weight().get();
            affine = affine.weight(o.parameter(weight.shape().count(), 0)).unitOffset();
        }
        boolean machine = o.text("eps").filter("machine"::equals).isPresent();
        RmsNorm norm = new RmsNorm(extent, affine, machine ? Epsilon.inside(0x1p-52) : o.epsilon(1e-6));
        if (machine) {
            return new MachineRms(norm);
        }
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
