package org.normlab.variants.batch;

import java.util.Map;
import java.util.function.BiFunction;
import org.normlab.core.Axes;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A normalizer with another forward pass. */
record Deferred(Normalizer norm, BiFunction<Tensor, Tensor, Normalized> pass) implements Normalizer {

    @Override
    public Axes reductionAxes(Shape view) {
        return norm.reductionAxes(view);
    }

    @Override
    public Map<String, Tensor> parameters() {
        return norm.parameters();
    }

    @Override
    public String name() {
        return norm.name();
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        return pass.apply(x, y);
    }
}
