package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException.Kind;

class ShapeTest {
    private static final int[] SIZES = {1, 2, 3, 1 << 10, 46_340, 46_341, 1 << 20, 1 << 24, 1 << 30, Integer.MAX_VALUE};
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** Products up to 2¹²⁴, some of which are 0 or negative in 64 bits. */
    @Test
    void aProductBeyondTheLargestIntegerIsRefusedHoweverFarBeyond() {
        for (int code = 0; code < 10_000; code++) {
            int[] sizes = {SIZES[code % 10], SIZES[code / 10 % 10], SIZES[code / 100 % 10], SIZES[code / 1000]};
            BigInteger product = BigInteger.ONE;
            for (int size : sizes) {
                product = product.multiply(BigInteger.valueOf(size));
            }
            if (product.compareTo(MOST) <= 0) {
                assertThat(Shape.of("NCHW", sizes).count()).isEqualTo(product.intValue());
            } else {
                assertThatThrownBy(() -> Shape.of("NCHW", sizes))
                        .isInstanceOfSatisfying(
                                NormException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SHAPE));
            }
        }
    }

    @Test
    void anAxisOfNothingMakesTheShapeEmpty() {
        assertThat(Shape.of("NCL", 0, 1 << 30, Integer.MAX_VALUE).count()).isZero();
        assertThatThrownBy(() -> Shape.nc(3, -1)).hasMessageContaining("negative");
    }

    @Test
    void aShapeIsCheckedBeforeAnOutputIsMade() {
        Tensor x = Tensor.of(Shape.nc(1, 3), 1.0, 2, 3);
        assertThatThrownBy(() -> new Fussy().forward(x)).hasMessageContaining("give at least 2");
    }

    /** Two values a statistic, and nobody to give an output to. */
    private record Fussy() implements Normalizer {
        @Override
        public Axes reductionAxes(Shape view) {
            return view.axes("N");
        }

        @Override
        public int fewest() {
            return 2;
        }

        @Override
        public Normalized forward(Tensor x, Tensor y) {
            throw new AssertionError("an output was made of " + x);
        }
    }
}
