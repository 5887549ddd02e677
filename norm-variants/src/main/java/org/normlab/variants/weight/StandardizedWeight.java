package org.normlab.variants.weight;

import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/** (w − μ)/√(v + ε) over the fan-in with the biased variance, on the kernels. */
record StandardizedWeight(Epsilon epsilon) implements Normalizer {
    @Override
    public Axes reductionAxes(Shape shape) {
        return FanIn.axes("WeightStandardization", shape);
    }
}
