package org.normlab.variants.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person must change who takes a trained network from one framework to another. */
class ConventionTest {

    @Test
    void pytorchAndOnnxDifferInTheWordAndInTheVariance() {
        assertThat(Convention.PYTORCH.compare(Convention.ONNX, 5))
                .extracting(Convention.Difference::point)
                .containsExactly("momentum", "running variance of a batch");
        assertThat(Convention.ONNX.compare(Convention.PYTORCH, 5).get(1).factor())
                .isEqualTo(1.25);
    }

    @Test
    void aFrameworkDoesNotDifferFromItself() {
        Convention.all().forEach(c -> assertThat(c.compare(c, 7)).isEmpty());
    }

    @Test
    void kerasHasALargerEpsilon() {
        assertThat(Convention.PYTORCH.compare(Convention.KERAS, 5))
                .anyMatch(d -> d.point().equals("eps of batch") && d.to().equals("0.001"));
    }
}
