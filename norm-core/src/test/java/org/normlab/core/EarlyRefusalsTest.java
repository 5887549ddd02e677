package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException.Kind;

/** What cannot be normalized is refused where it is given, not by what comes of it. */
class EarlyRefusalsTest {

    private static void assertRefused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
    }

    /** Before there is an output of the input's size. */
    @Test
    void aPatternWithoutAPlanIsRefusedByTheShape() {
        Shape shape = Shape.of("TNLC", 2, 3, 5, 7);
        Normalizer norm = AnyAxes.of(shape.axes("TL"));
        assertRefused(Kind.SHAPE, "alternate between kept and reduced", () -> norm.check(shape));
    }

    /** 4 of 6 would give channels 4 and 5 the entries of 0 and 1. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 12})
    void entriesOfGroupsDivideTheChannels(int entries) {
        Shape shape = Shape.nc(5, 6);
        Normalizer norm = AnyAxes.of(shape.axes("C")).affine(Affine.identity(Affine.Scope.GROUP, entries));
        Tensor x = Tensor.of(shape, new double[30]);
        assertRefused(Kind.SHAPE, "does not divide the channels of NC 5x6", () -> norm.forward(x));
    }

    @Test
    void groupsWithoutEntriesAreRefused() {
        Shape shape = Shape.nc(5, 6);
        Tensor nothing = Tensor.of(Shape.of("C", 0), new double[0]);
        Affine affine = Affine.none().scope(Affine.Scope.GROUP).weight(nothing);
        Tensor x = Tensor.of(shape, new double[30]);
        assertRefused(
                Kind.SHAPE,
                "weight = C 0",
                () -> AnyAxes.of(shape.axes("C")).affine(affine).forward(x));
    }

    @Test
    void momentsOfNegativeVarianceOrCountAreRefused() {
        long[] counts = {3, 4};
        double[] means = {1, 2};
        assertRefused(
                Kind.STATE, "variances[1] = -0.5 is negative", () -> Moments.of(counts, means, new double[] {1, -0.5}));
        assertRefused(
                Kind.STATE,
                "counts[0] = -3 is negative",
                () -> Moments.of(new long[] {-3, 4}, means, new double[] {1, 2}));
    }

    /** A batch that was not finite has them, and running statistics refuse it themselves. */
    @Test
    void momentsThatAreNotANumberAreKept() {
        Moments moments = Moments.of(new long[] {3}, new double[] {Double.NaN}, new double[] {Double.NaN});
        assertThat(moments.variance(0)).isNaN();
        assertThat(RunningMoments.start(1, RunningRule.TORCH).update(moments).rejected())
                .isEqualTo(1);
    }
}
