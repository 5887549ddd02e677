package org.normlab.core.formula;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/** A normalizer that says of itself what another says, except for its own departure. */
public interface Derived extends Normalizer {

    /**
     * What it departs from.
     *
     * @return the other normalizer
     */
    Normalizer base();

    @Override
    default Shape view(Shape shape) {
        return base().view(shape);
    }

    @Override
    default Axes reductionAxes(Shape view) {
        return base().reductionAxes(view);
    }

    @Override
    default Affine affine() {
        return base().affine();
    }

    @Override
    default Epsilon epsilon() {
        return base().epsilon();
    }

    @Override
    default Centre centre() {
        return base().centre();
    }

    @Override
    default int fewest() {
        return base().fewest();
    }
}
