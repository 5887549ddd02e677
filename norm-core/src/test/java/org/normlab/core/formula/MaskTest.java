package org.normlab.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/** Masks of sequences of any length and in either order, and of some of their examples. */
class MaskTest {

    private static void assertRefused(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** Whether each step counts, as 1 or 0, at channel 0. */
    private static String steps(Mask mask) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < mask.shape().count(); i += mask.shape().channels()) {
            steps.append(mask.valid(i) ? 1 : 0);
        }
        return steps.toString();
    }

    @Test
    void sequencesMayHaveOneStepOrNone() {
        assertThat(steps(Mask.lengths(Shape.ntc(3, 1, 2), 1, 0, 1))).isEqualTo("101");
        assertThat(steps(Mask.lengths(Shape.of("TNC", 1, 3, 2), 1, 0, 1))).isEqualTo("101");
        assertThat(steps(Mask.lengths(Shape.ntc(3, 0, 2), 0, 0, 0))).isEmpty();
        assertThat(steps(Mask.lengths(Shape.of("TNC", 0, 3, 2), 0, 0, 0))).isEmpty();
    }

    @Test
    void aSequenceMayBeTheOnlyOne() {
        assertThat(steps(Mask.lengths(Shape.ntc(1, 3, 2), 2))).isEqualTo("110");
        assertThat(steps(Mask.lengths(Shape.of("TNC", 3, 1, 2), 2))).isEqualTo("110");
    }

    @Test
    void examplesKeepTheirMask() {
        Shape shape = Shape.ntc(3, 4, 2);
        assertThat(steps(Mask.lengths(shape, 1, 4, 2).examples(1, 3))).isEqualTo("11111100");
        assertThat(Mask.all(shape).examples(1, 3).shape()).isEqualTo(Shape.ntc(2, 4, 2));
    }

    @Test
    void examplesThatAreNotOutermostAreRefused() {
        Shape shape = Shape.of("TNC", 4, 3, 2);
        assertRefused(Kind.SHAPE, () -> Mask.lengths(shape, 1, 4, 2).examples(1, 3));
        assertRefused(Kind.SHAPE, () -> Mask.all(shape).examples(1, 3));
    }

    @Test
    void examplesThatThereAreNotAreRefused() {
        Mask mask = Mask.lengths(Shape.ntc(3, 4, 2), 1, 4, 2);
        assertRefused(Kind.OPTION, () -> mask.examples(-1, 2));
        assertRefused(Kind.OPTION, () -> mask.examples(2, 1));
        assertRefused(Kind.OPTION, () -> mask.examples(1, 4));
    }
}
