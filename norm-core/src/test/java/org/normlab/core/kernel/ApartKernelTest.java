package org.normlab.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles fail with what is not the signature of a method, and pass on what the method throws. */
class ApartKernelTest {
    private final Kernel kernel = new ScalarRowKernel();
    private final Kernel apart = new ApartKernel(kernel);
    private final View x = view(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5);
    private final View dy = view(2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4);

    private static View view(double... values) {
        return new View(new Flat.Doubles(values), 0);
    }

    private static Coefficients coefficients() {
        Coefficients c = new Coefficients();
        c.reserve(1);
        for (double[] each : new double[][] {c.hi, c.lo, c.factor, c.summand, c.bend}) {
            Arrays.fill(each, each.length + 0.5);
        }
        return c;
    }

    /** What a kernel makes of a row: two pairs of sums and two outputs. */
    private double[] results(Kernel each) {
        Block block = new Block();
        block.set(0, 1, 11, 11);
        Coefficients moments = coefficients();
        each.moments(x, block, moments);
        Coefficients products = coefficients();
        each.products(x, dy, block, products);
        View y = view(new double[11]);
        each.apply(x, block, coefficients(), y);
        View dx = view(new double[11]);
        each.pullback(x, dy, block, coefficients(), dx);
        return new double[] {
            moments.first[0],
            moments.second[0],
            products.first[0],
            products.second[0],
            y.data().get(10),
            dx.data().get(10)
        };
    }

    @Test
    void doesWhatTheKernelDoes() {
        assertThat(results(apart)).containsExactly(results(kernel)).doesNotContain(0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void throwsWhatTheKernelThrows(int method) {
        Block outside = new Block();
        outside.set(100, 1, 11, 11);
        Coefficients c = coefficients();
        assertThatThrownBy(() -> {
                    switch (method) {
                        case 0 -> apart.moments(x, outside, c);
                        case 1 -> apart.apply(x, outside, c, x);
                        case 2 -> apart.products(x, dy, outside, c);
                        default -> apart.pullback(x, dy, outside, c, x);
                    }
                })
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
}
