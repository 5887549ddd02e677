package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.normlab.core.Gradients;
import org.normlab.core.Tensor;

/** Equality bit for bit, with one NaN for all. */
public final class Bits {
    private Bits() {}

    /** All elements the same. */
    public static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape().count()).isEqualTo(expected.shape().count());
        for (int i = 0; i < expected.shape().count(); i++) {
            assertThat(Double.doubleToLongBits(actual.get(i)))
                    .as("element %d: %s instead of %s", i, actual.get(i), expected.get(i))
                    .isEqualTo(Double.doubleToLongBits(expected.get(i)));
        }
    }

    /** The same gradients of input and parameters. */
    public static void assertSame(Gradients actual, Gradients expected) {
        assertSame(actual.input(), expected.input());
        assertThat(actual.parameters().keySet()).isEqualTo(expected.parameters().keySet());
        expected.parameters().forEach((name, gradient) -> assertSame(actual.parameter(name), gradient));
    }
}
