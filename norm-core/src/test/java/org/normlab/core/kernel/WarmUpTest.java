package org.normlab.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.normlab.core.kernel.WarmUp.State;

class WarmUpTest {
    /** As slow as vectors that are objects. */
    private record Slow() implements Kernel {
        @Override
        public void moments(View x, Block b, Coefficients c) {
            take();
        }

        @Override
        public void apply(View x, Block b, Coefficients c, View y) {
            take();
        }

        @Override
        public void products(View x, View dy, Block b, Coefficients c) {
            take();
        }

        @Override
        public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
            take();
        }

        private static void take() {
            long since = System.nanoTime();
            while (System.nanoTime() - since < 1_000_000) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void givesUpWhatIsNeverCompiled() {
        WarmUp warmUp = new WarmUp(() -> Drill.rows(new Slow(), false), 1_000_000);
        assertThat(warmUp.state()).isEqualTo(State.IDLE);
        warmUp.await();
        assertThat(warmUp.state()).isEqualTo(State.GIVEN_UP);
        assertThat(warmUp.isDone()).isFalse();
    }

    @Test
    void theDescriptionSaysWhatRuns() {
        String name = "vector kernel, 512 bits";
        assertThat(Kernels.described("scalar kernel", Set.of())).isEqualTo("scalar kernel");
        assertThat(Kernels.described(name, Set.of(State.IDLE))).isEqualTo(name + ": plain loops until compiled");
        assertThat(Kernels.described(name, Set.of(State.IDLE, State.DONE))).isEqualTo(name);
        assertThat(Kernels.described(name, Set.of(State.DONE, State.BEGUN)))
                .isEqualTo(name + ": plain loops until compiled");
        assertThat(Kernels.described(name, Set.of(State.DONE, State.BEGUN, State.GIVEN_UP)))
                .isEqualTo(name + ": some never compiled, plain loops instead");
    }
}
