package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.RmsNorm;

/** Passes over the same tensors allocate nothing; small enough for one thread, since more than one share a round of parts. */
@Tag("without-vector")
class NormAllocationTest {
    private static final int CHANNELS = 12;

    static Stream<Normalizer> norms() {
        return Stream.of(
                BatchNorm.of(CHANNELS),
                LayerNorm.of(CHANNELS, 7, 3),
                LayerNorm.perChannel(CHANNELS),
                InstanceNorm.of(CHANNELS),
                GroupNorm.of(CHANNELS, 3),
                RmsNorm.of(CHANNELS, 7, 3));
    }

    @ParameterizedTest
    @MethodSource("norms")
    void passesAllocateNothing(Normalizer norm) {
        Tensor x = ramp(Shape.nchw(5, CHANNELS, 7, 3), 1.5f);
        Tensor dy = ramp(x.shape(), -0.25f);
        Normalized pass = norm.forward(x, x.like(x.shape()));
        Gradients gradients = pass.gradients();
        assertThat(Allocation.of(pass::again)).as("forward").isZero();
        assertThat(Allocation.of(() -> pass.backward(dy, gradients)))
                .as("backward")
                .isZero();
    }

    private static Tensor ramp(Shape shape, float step) {
        float[] values = new float[shape.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = step * (i % 17);
        }
        return Tensor.of(shape, values);
    }
}
