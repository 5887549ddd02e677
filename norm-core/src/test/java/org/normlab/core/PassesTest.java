package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Reference;
import org.normlab.core.check.Report;

/** Every axis set of small and of tile-crossing shapes against the oracle: output and gradients. */
class PassesTest {
    private static final int[][] SIZES = {{2, 3, 1, 5}, {3, 2, 5, 2, 1}, {67, 2}, {2, 37}, {3, 12}, {1, 5}, {7}};
    private static final String LETTERS = "NCHWD";

    @Test
    void outputAndGradientsMatchTheFormulaForEveryAxisSet() {
        int compared = 0;
        for (int[] sizes : SIZES) {
            for (int mask = 1; mask < 1 << sizes.length; mask++) {
                compared += compare(Shape.of(LETTERS.substring(0, sizes.length), sizes), new Axes(mask));
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Rows that are cut, of which two neighbours would fit into what the cache holds. */
    @Test
    void rowsLongerThanABlockAreTheSameAlone() {
        SplittableRandom random = new SplittableRandom(1);
        Tensor x = random(Shape.nc(3, 20_011), random);
        Tensor dy = random(x.shape(), random);
        Normalizer norm = AnyAxes.of(Axes.of(2, 1));
        Normalized all = norm.forward(x);
        for (int n = 0; n < 3; n++) {
            Normalized alone = norm.forward(x.examples(n, n + 1));
            assertThat(all.output().examples(n, n + 1).toArray())
                    .isEqualTo(alone.output().toArray());
            assertThat(all.backward(dy).input().examples(n, n + 1).toArray())
                    .isEqualTo(alone.backward(dy.examples(n, n + 1)).input().toArray());
        }
    }

    /** An optimizer writes into the arrays between passes; the sign of a zero is a change too. */
    @Test
    void parametersAreReadAnewBeforeEachPass() {
        SplittableRandom random = new SplittableRandom(2);
        Tensor weight = random(Shape.of("C", 3), random);
        Tensor bias = random(Shape.of("C", 3), random);
        Normalizer norm =
                AnyAxes.of(Axes.of(2, 0)).affine(Affine.none().weight(weight).bias(bias));
        Tensor x = random(Shape.nc(5, 3), random);
        Normalized pass = norm.forward(x);
        for (float value : new float[] {0.0f, -0.0f, 7, Float.NaN}) {
            weight.set(1, value);
            bias.set(2, value);
            assertThat(pass.again().output().toArray())
                    .isEqualTo(norm.forward(x).output().toArray());
        }
    }

    /** A weight for each element of the last axis alone is no weight for each element of two axes with another between them. */
    @Test
    void aWeightAnElementNeedsTheLastAxes() {
        Tensor x = random(Shape.of("TNC", 2, 3, 5), new SplittableRandom(3));
        for (int entries : new int[] {5, 10, 30}) {
            Affine affine = Affine.identity(Affine.Scope.ELEMENT, entries);
            assertRefused(AnyAxes.of(x.shape().axes("TC")).affine(affine), x);
        }
        Normalizer without =
                AnyAxes.of(x.shape().axes("TC")).affine(Affine.none().scope(Affine.Scope.ELEMENT));
        assertThat(without.forward(x).output().shape()).isEqualTo(x.shape());
    }

    private static int compare(Shape shape, Axes axes) {
        int compared = 0;
        for (Affine.Scope scope : Affine.Scope.values()) {
            for (Centre centre : Centre.values()) {
                AnyAxes norm = AnyAxes.of(axes).centre(centre).epsilon(Epsilon.inside(0.25));
                compared += compare(shape, norm, scope);
                if (scope == Affine.Scope.CHANNEL) {
                    compared += compare(shape, norm.epsilon(Epsilon.outside(0.5)), scope);
                }
            }
        }
        return compared;
    }

    private static int compare(Shape shape, AnyAxes plain, Affine.Scope scope) {
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        int entries = switch (scope) {
            case CHANNEL -> shape.channels();
            case GROUP -> 1;
            case ELEMENT -> shape.count(plain.axes());
        };
        AnyAxes norm = plain.affine(Affine.none()
                .scope(scope)
                .weight(random(Shape.of("C", entries), random))
                .bias(random(Shape.of("C", entries), random)));
        if (!fits(shape, plain.axes())) {
            return 0;
        }
        Tensor x = random(shape, random);
        if (scope == Affine.Scope.ELEMENT && !areLast(shape, plain.axes())) {
            assertRefused(norm, x);
            return 0;
        }
        double[] expected = Reference.of(norm, x).output();
        double[] actual = norm.forward(x).output().toArray();
        for (int i = 0; i < expected.length; i++) {
            // a few roundings of values below 10
            assertThat(actual[i]).as("%s %s element %d", shape, norm, i).isCloseTo(expected[i], within(1e-14));
        }
        Tensor both = x.copy();
        assertThat(norm.forward(both, both).output().toArray())
                .as("%s %s in place", shape, norm)
                .isEqualTo(actual);
        Report report = GradientCheck.ofReference(1).check(norm, x);
        assertThat(report.passes()).as("%s %s: %s", shape, norm, report).isTrue();
        return 1;
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static boolean fits(Shape shape, Axes axes) {
        return org.normlab.core.kernel.Plan.of(shape.sizes(), axes.flags(shape.rank()))
                .isPresent();
    }

    /** Whether each slice is a stretch of memory. */
    private static boolean areLast(Shape shape, Axes axes) {
        Reference slices = Reference.of(AnyAxes.of(axes), Tensor.of(shape, new double[shape.count()]));
        return IntStream.range(0, shape.count()).allMatch(i -> slices.statistic(i) == i / shape.count(axes));
    }

    private static void assertRefused(AnyAxes norm, Tensor x) {
        assertThatThrownBy(() -> norm.forward(x))
                .as("%s %s", x.shape(), norm)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.SHAPE))
                .hasMessageContaining("are not the last of " + x.shape());
    }

    private static Tensor random(Shape shape, SplittableRandom random) {
        double[] values = new double[shape.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * random.nextDouble() - 1;
        }
        return Tensor.of(shape, values);
    }
}
