package org.normlab.variants.example;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Options;

/**
 * Mean-variance normalization: y = (x − μ)/(√v + ε) over named axes. Departs from BatchNorm in the place of ε, and has neither weight nor
 * running statistics.
 *
 * <p>ONNX MeanVarianceNormalization 13.
 *
 * @param axes from −rank to rank − 1; none means all but the channel axis
 * @param epsilon 1e-9 outside the root by default
 */
public record MeanVarianceNorm(List<Integer> axes, Epsilon epsilon) implements Normalizer {

    static MeanVarianceNorm create(Options o) {
        List<Integer> axes = o.integers("axes")
                .map(named -> Arrays.stream(named).boxed().toList())
                .orElse(List.of());
        return new MeanVarianceNorm(axes, o.epsilon(Epsilon.outside(1e-9)));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return axes.isEmpty()
                ? shape.allBut("C")
                : Axes.of(
                        shape.rank(), axes.stream().mapToInt(Integer::intValue).toArray());
    }
}
