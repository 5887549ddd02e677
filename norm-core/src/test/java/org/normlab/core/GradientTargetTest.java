package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normlab.core.NormException.Kind;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Stretches;

/** Where gradients may come from and go to: the output's memory serves as well as any other, a part of what is read does not. */
class GradientTargetTest {
    private static final Shape SHAPE = Shape.nchw(4, 3, 2, 5);
    private static final int COUNT = SHAPE.count();

    private final Affine affine =
            Affine.none().weight(random(Shape.of("C", 3), 1)).bias(random(Shape.of("C", 3), 2));
    private final Normalizer norm = AnyAxes.of(SHAPE.axes("NHW")).affine(affine);
    private final Tensor dy = random(SHAPE, 3);

    /** By whom a tensor is normalized. */
    private enum By {
        KERNELS,
        FORMULA,
        STRETCHES
    }

    private Normalized forward(By by, Tensor x, Tensor y) {
        return switch (by) {
            case KERNELS -> norm.forward(x, y);
            case FORMULA -> {
                boolean[] valid = {true, true, false, true};
                yield Mask.of(SHAPE, Shape.of("N", 4), valid).on(norm).forward(x, y);
            }
            case STRETCHES ->
                Stretches.forward(
                        norm,
                        List.of(new Stretches.Stretch(norm, 0, 2, 0), new Stretches.Stretch(norm, 2, 4, 0)),
                        x,
                        y);
        };
    }

    private Normalized forward(By by) {
        Tensor x = random(SHAPE, 4);
        return forward(by, x, x.like(SHAPE));
    }

    private static Tensor random(Shape shape, long seed) {
        return Tensor.of(
                shape, new SplittableRandom(seed).doubles(shape.count(), -1, 1).toArray());
    }

    private static void assertSame(Gradients actual, Gradients expected) {
        assertThat(actual.input().toArray()).isEqualTo(expected.input().toArray());
        expected.parameters()
                .forEach((name, gradient) ->
                        assertThat(actual.parameter(name).toArray()).as(name).isEqualTo(gradient.toArray()));
    }

    private static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void aLossMayWriteItsGradientOverTheOutputAndHaveTheInputsThereToo(By by) {
        Gradients expected = forward(by).backward(dy);
        Normalized pass = forward(by);
        dy.copyTo(pass.output());
        Gradients target = new Gradients(pass.output(), pass.gradients().parameters());
        assertSame(pass.backward(pass.output(), target), expected);
    }

    @ParameterizedTest
    @EnumSource
    void theOutputIsAGradientOfItsOwnAfterAPermutedOne(By by) {
        Normalized pass = forward(by);
        Gradients target = pass.gradients();
        pass.backward(dy.to(Shape.nhwc(4, 2, 5, 3)), target);
        assertSame(target, forward(by).backward(dy));
        pass.backward(pass.output(), target);
        assertSame(target, forward(by).backward(pass.output().copy()));
    }

    /** The same tensor with other contents is another gradient. */
    @ParameterizedTest
    @EnumSource
    void aPermutedGradientIsReadAnew(By by) {
        Normalized pass = forward(by);
        Gradients target = pass.gradients();
        Tensor permuted = random(Shape.nhwc(4, 2, 5, 3), 5);
        pass.backward(permuted, target);
        dy.to(permuted.shape()).copyTo(permuted);
        assertSame(pass.backward(permuted, target), forward(by).backward(dy));
    }

    @ParameterizedTest
    @EnumSource
    void aTargetOfAnotherShapeIsRefusedAndItsNeighboursLeftAlone(By by) {
        Normalized pass = forward(by);
        double[] arena = new double[2 * COUNT];
        for (Shape shape : new Shape[] {Shape.nchw(2, 3, 2, 5), Shape.nchw(5, 3, 2, 5), Shape.nhwc(4, 2, 5, 3)}) {
            Gradients target =
                    new Gradients(Tensor.of(shape, arena, 7), pass.gradients().parameters());
            refused(
                    Kind.SHAPE,
                    "gradient of the input = " + shape + " is not the input's shape " + SHAPE,
                    () -> pass.backward(dy, target));
        }
        assertThat(arena).containsOnly(0.0);
    }

    @ParameterizedTest
    @EnumSource
    void aTargetOverAPartOfWhatIsReadIsRefused(By by) {
        double[] arena = new double[2 * COUNT];
        Tensor read = Tensor.of(SHAPE, arena, COUNT / 2);
        for (int offset : new int[] {0, COUNT / 2 - 1, COUNT / 2 + 1, COUNT}) {
            Tensor dx = Tensor.of(SHAPE, arena, offset);
            Normalized ofDy = forward(by);
            Gradients overDy = new Gradients(dx, ofDy.gradients().parameters());
            refused(Kind.OPTION, "overlaps the gradient of the output", () -> ofDy.backward(read, overDy));
            Normalized ofX = forward(by, read, read.like(SHAPE));
            Gradients overX = new Gradients(dx, ofX.gradients().parameters());
            refused(Kind.OPTION, "overlaps the input at", () -> ofX.backward(dy, overX));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOutputOverAPartOfTheInputIsRefused(By by) {
        double[] arena = new double[2 * COUNT];
        Tensor x = Tensor.of(SHAPE, arena, COUNT / 2);
        for (int offset : new int[] {0, COUNT / 2 - 1, COUNT / 2 + 1, COUNT}) {
            refused(Kind.OPTION, "overlaps the input", () -> forward(by, x, Tensor.of(SHAPE, arena, offset)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aParametersGradientOfAnotherLengthIsRefused(By by) {
        Normalized pass = forward(by);
        for (int length : new int[] {2, 4}) {
            Tensor wrong = Tensor.of(Shape.of("C", length), new double[length]);
            Map<String, Tensor> parameters = Map.of("weight", wrong, "bias", wrong);
            Gradients target = new Gradients(dy.like(SHAPE), parameters);
            refused(Kind.SHAPE, "do not fill", () -> pass.backward(dy, target));
        }
    }
}
