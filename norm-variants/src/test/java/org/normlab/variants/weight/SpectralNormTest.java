package org.normlab.variants.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** The spectral norm of known matrices, and the contract of its gradient. */
class SpectralNormTest {
    private static final Shape SHAPE = Shape.of("OI", 3, 2);

    private static SpectralNorm make() {
        return (SpectralNorm) Variants.standard().create("spectral", SHAPE, Map.of("parameters", "float64"));
    }

    @Test
    void theLargestSingularValueBecomesOne() {
        Tensor weight = Tensor.of(SHAPE, 3, 0, 0, 0, 0, 2.0);
        double[] y = make().settled(weight).forward(weight).output().toArray();
        // the ratio of the singular values, 2/3, to the power 2·16 is 2e-6, and σ is wrong by its square
        assertThat(y[0]).isCloseTo(1, within(1e-10));
        assertThat(y[5]).isCloseTo(2.0 / 3, within(1e-10));
    }

    @Test
    void aPassReadsItsVectorsAndGivesTheNext() {
        SpectralNorm norm = make();
        double[] before = norm.u().toArray();
        Map<String, Tensor> next = norm.forward(Data.random(SHAPE)).state();
        assertThat(norm.u().toArray()).isEqualTo(before);
        assertThat(next.get("weight_u").toArray()).isNotEqualTo(before);
    }

    @Test
    void withItsVectorsHeldTheGradientIsExact() {
        Tensor weight = Data.random(SHAPE);
        assertThat(GradientCheck.ofForward(1)
                        .check(make().settled(weight).evaluation(), weight)
                        .passes())
                .isTrue();
    }
}
