package org.normlab.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnshiftedTest {
    private final Kernel copy = Unshifted.of(ScalarRowKernel.class);

    @Test
    void theCopyIsAClassOfItsOwn() {
        assertThat(copy.getClass()).isNotEqualTo(ScalarRowKernel.class);
        assertThat(copy.getClass().isHidden()).isTrue();
        assertThat(Unshifted.of(ScalarRowKernel.class)).isSameAs(copy);
    }

    @Test
    void itDoesWhatTheKernelDoes() {
        View x = new View(new Flat.Doubles(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}), 0);
        Block block = new Block();
        block.set(0, 1, 11, 11);
        Coefficients c = new Coefficients();
        c.reserve(1);
        copy.moments(x, block, c);
        assertThat(c.first[0]).isEqualTo(44);
        assertThat(c.second[0]).isEqualTo(232);
    }

    @Test
    void onlyCentresThatAreAllZeroAreLeftToIt() {
        Coefficients c = new Coefficients();
        c.reserve(6);
        c.centre(new double[] {7, 0, 0, 0}, 1, 6, 2);
        assertThat(c.shifted).isFalse();
        c.centre(new double[] {7, 0, 0, 1e-300}, 1, 6, 2);
        assertThat(c.shifted).isTrue();
        assertThat(c.hi).startsWith(0, 0, 0, 0, 1e-300, 1e-300);
    }
}
