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

    static Axes axes(Shape weight) {
        if (weight.rank() < 2) {
            throw NormException.about(Kind.SHAPE, "FanIn", "x", weight)
                    .because("is no weight tensor", "give outputs by inputs, such as OI or OIHW");
        }
        return Axes.trailing(weight.rank(), weight.rank() - 1);
    }

    static Slices rows(Shape weight) {
        return Slices.of(weight, axes(weight), Mask.all(weight));
    }

    static int size(Shape weight) {
        return weight.count(axes(weight));
    }
}
