package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Network;

/** Training allocates nothing once batches of all shapes have passed; norms, whose kernels have tests of their own, are left out. */
class AllocationTest {
    private static final int[] LABELS = {2, 0, 1, 3};

    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(Kind kind) {
        Network network = Layers.network(Layers.layer(kind, new RecurrentNorm.None(), Arms.float32()), Arms.float32());
        Tensor x = Layers.sequences(4, 6, Arms.float32());
        int[][] lengths = {{6, 2, 4, 1}, {3, 5, 5, 5}};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // the interpreter and the first compiler box vectors, so the fewest bytes of many steps count
        for (int i = 0; i < 200_000 && least > 0; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            network.lengths(lengths[i % 2]);
            network.lossAndGradients(x, LABELS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // a few vectors that the compiler has not kept in registers yet; a tensor of the step would be tens of
        // thousands
        assertThat(least).isLessThan(1 << 13);
    }
}
