package org.normlab.variants.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** Weights whose normalization is known. */
class WeightNormTest {
    private static final Shape SHAPE = Shape.of("OI", 2, 3);

    @Test
    void itsOwnLengthsGiveTheWeightBack() {
        Tensor weight = Data.random(SHAPE);
        double[] y = WeightNorm.of(weight).forward(weight).output().toArray();
        assertThat(y).usingComparatorWithPrecision(1e-15).containsExactly(weight.toArray());
    }

    @Test
    void aZeroRowGivesNothing() {
        Tensor weight = Tensor.of(SHAPE, 0, 0, 0, 3, 4, 0.0);
        WeightNorm norm = WeightNorm.of(Data.random(SHAPE));
        double[] y = norm.forward(weight).output().toArray();
        assertThat(y).startsWith(0, 0, 0);
        assertThat(norm.forward(weight).backward(Data.random(SHAPE)).input().toArray())
                .startsWith(0, 0, 0);
    }

    @Test
    void standardizationIsUnbiasedWithEpsilonOutside() {
        Tensor weight = Tensor.of(SHAPE, 1, 2, 3, 0, 4, 8.0);
        double[] y = Variants.standard()
                .create("weight-standardized", SHAPE, Map.of("eps-outside", "0.5"))
                .forward(weight)
                .output()
                .toArray();
        // rows of unbiased deviation 1 and 4
        assertThat(y[0]).isCloseTo(-1 / 1.5, within(1e-15));
        assertThat(y[5]).isCloseTo(4 / 4.5, within(1e-15));
    }

    @Test
    void theScaledFormKeepsTheVarianceOfAReluLayer() {
        Normalizer norm =
                Variants.standard().create("scaled-weight-standardized", SHAPE, Map.of("constant", "2", "eps", "0"));
        double[] y = norm.forward(Tensor.of(SHAPE, 1, 2, 3, 0, 4, 8.0)).output().toArray();
        // x̂ = √(3/2), times c/√3
        assertThat(y[2]).isCloseTo(2 / Math.sqrt(2), within(1e-15));
    }
}
