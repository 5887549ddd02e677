package org.normlab.variants.example;

import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Options;

/**
 * Pixel normalization: one mean square per position, over the channels. Departs from RmsNorm in its axes and has no weight.
 *
 * <p>y = x/√(mean(x²) + ε). Karras et al. 2018, arXiv 1710.10196.
 *
 * @param epsilon 1e-8 inside the root by default
 */
public record PixelNorm(Epsilon epsilon) implements Normalizer {

    static PixelNorm create(Options o) {
        return new PixelNorm(o.epsilon(1e-8));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.axes("C");
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }
}
