package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Allocation;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Network;

/** Training allocates nothing; norms, whose kernels have tests of their own, are left out. */
@Tag("without-vector")
class AllocationTest {
    private static final int[] LABELS = {2, 0, 1, 3};

    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(Kind kind) {
        Network network = Layers.network(Layers.layer(kind, new RecurrentNorm.None(), Arms.float32()), Arms.float32());
        Tensor x = Layers.sequences(4, 6, Arms.float32());
        int[] uneven = {6, 2, 4, 1};
        int[] even = {3, 5, 5, 5};
        assertThat(Allocation.of(() -> {
                    step(network, x, uneven);
                    step(network, x, even);
                }))
                .isZero();
    }

    private static void step(Network network, Tensor x, int[] lengths) {
        network.lengths(lengths);
        network.lossAndGradients(x, LABELS);
    }
}
