package org.normlab.variants.weight;

import org.normlab.core.Axes;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Slices;

/** The rows of a weight tensor: axis 0 is kept, the rest reduced. */
final class FanIn {
    private FanIn() {}

    static Axes axes(String variant, Shape weight) {
        if (weight.rank() < 2) {
            throw NormException.about(Kind.SHAPE, variant, "x", weight)
                    .because("is no weight tensor", "give outputs by inputs, such as OI or OIHW");
        }
        return Axes.trailing(weight.rank(), weight.rank() - 1);
    }

    static Slices rows(String variant, Shape weight) {
        return Slices.of(weight, axes(variant, weight), Mask.all(weight));
    }

    static int size(String variant, Shape weight) {
        return weight.count(axes(variant, weight));
    }
}
