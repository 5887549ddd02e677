package org.normlab.variants.recurrent;

import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;

/** Given statistics for each step and channel. */
record FrozenSteps(RunningMoments running, Affine affine, Epsilon epsilon) implements Normalizer {
    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.axes("N");
    }

    @Override
    public Optional<RunningMoments> given() {
        return Optional.of(running);
    }
}
