package org.normlab.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedKernelTest {
    private final Names plain = new Names("plain");
    private final Names vector = new Names("vector");
    private final PreparedKernel kernel = new PreparedKernel(plain, vector, Drill::rows);
    private final Block block = new Block();
    private final Coefficients c = new Coefficients();

    /** Writes down who was called. */
    private record Names(String name, List<String> calls) implements Kernel {
        Names(String name) {
            this(name, new ArrayList<>());
        }

        @Override
        public void moments(View x, Block b, Coefficients c) {
            calls.add("moments");
        }

        @Override
        public void apply(View x, Block b, Coefficients c, View y) {
            calls.add("apply");
        }

        @Override
        public void products(View x, View dy, Block b, Coefficients c) {
            calls.add("products");
        }

        @Override
        public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
            calls.add("pullback");
        }
    }

    private void callAll(View x) {
        kernel.moments(x, block, c);
        kernel.apply(x, block, c, x);
        kernel.products(x, x, block, c);
        kernel.pullback(x, x, block, c, x);
    }

    @Test
    void thePlainLoopsComeFirst() {
        callAll(new View(new Flat.Floats(new float[1]), 0));
        assertThat(plain.calls).containsExactly("moments", "apply", "products", "pullback");
        assertThat(vector.calls).isEmpty();
    }

    @Test
    void saysHowFarTheCompilerIs() {
        assertThat(kernel.states()).containsOnly(WarmUp.State.IDLE);
        kernel.await();
        assertThat(kernel.states()).containsExactly(WarmUp.State.DONE, WarmUp.State.IDLE);
    }

    @Test
    void float64IsWaitedForOnceItIsAskedFor() {
        for (Flat x : new Flat[] {new Flat.Floats(new float[1]), new Flat.Doubles(new double[1])}) {
            for (int i = 0; i < 1000; i++) {
                callAll(new View(x, 0));
            }
        }
        kernel.await();
        assertThat(kernel.states()).containsExactly(WarmUp.State.DONE, WarmUp.State.DONE);
    }

    @Test
    void vectorsComeOnceTheyAreCompiled() {
        kernel.await();
        assertThat(vector.calls).contains("moments", "apply", "products", "pullback");
        vector.calls.clear();
        callAll(new View(new Flat.Floats(new float[1]), 0));
        assertThat(vector.calls).containsExactly("moments", "apply", "products", "pullback");
        assertThat(plain.calls).isEmpty();
    }

    @Test
    void eachTypeIsCompiledApart() {
        kernel.await();
        vector.calls.clear();
        callAll(new View(new Flat.Doubles(new double[1]), 0));
        assertThat(vector.calls).isEmpty();
        assertThat(plain.calls).hasSize(4);
    }

    @Test
    void askingOftenIsEnough() throws InterruptedException {
        View x = new View(new Flat.Floats(new float[1]), 0);
        for (int i = 0; i < 1000 && vector.calls.isEmpty(); i++) {
            callAll(x);
            Thread.sleep(1);
        }
        assertThat(vector.calls).isNotEmpty();
    }
}
