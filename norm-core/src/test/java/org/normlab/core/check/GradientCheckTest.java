package org.normlab.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;

/** The check of gradients finds planted faults, and takes right gradients at and beside kinks for right. */
class GradientCheckTest {
    private static final double SLOPE = 0.25;

    /** y = slope·x below the kink at 0 and x above it, with a derivative that a test may get wrong. */
    private record Bent(Tensor slope, double below, double above, double atKink, boolean forgetful) implements Formula {

        static Bent right() {
            return new Bent(Tensor.of(Shape.of("C", 1), SLOPE), SLOPE, 1, 1, false);
        }

        @Override
        public Axes reductionAxes(Shape view) {
            return view.allBut("");
        }

        @Override
        public Map<String, Tensor> parameters() {
            return Map.of("slope", slope);
        }

        @Override
        public Point at(Sample sample) {
            double[] y = sample.map(i -> sample.get(i) < 0 ? slope.get(0) * sample.get(i) : sample.get(i));
            return new Point(y, Moments.empty(0), q -> {
                double[] dx = sample.map(i -> q[i] * (sample.get(i) == 0 ? atKink : sample.get(i) < 0 ? below : above));
                double[] sum = new double[1];
                for (int i = 0; i < q.length; i++) {
                    sum[0] += sample.get(i) < 0 ? q[i] * sample.get(i) : 0;
                }
                return new Pull(dx, forgetful ? Map.of() : Map.of("slope", sum));
            });
        }
    }

    private static Report check(Bent norm, double... x) {
        return GradientCheck.ofForward(3).check(norm, Tensor.of(Shape.nc(1, x.length), x));
    }

    @Test
    void aRightGradientPassesAtAKinkAndAtAnyDistanceFromIt() {
        for (int exponent = -40; exponent <= 0; exponent++) {
            assertThat(check(Bent.right(), 0, Math.scalb(1.3, exponent), -Math.scalb(1.7, exponent)))
                    .matches(Report::passes);
        }
    }

    @Test
    void theOtherSidesDerivativePassesAtTheKinkAlone() {
        assertThat(check(new Bent(Bent.right().slope(), SLOPE, 1, SLOPE, false), 0, 2))
                .matches(Report::passes);
        assertThat(check(new Bent(Bent.right().slope(), SLOPE, SLOPE, 1, false), 0, 2))
                .matches(r -> !r.passes());
    }

    @Test
    void theMeanOfBothSidesIsNoDerivativeBesideAKink() {
        double mean = (1 + SLOPE) / 2;
        assertThat(check(new Bent(Bent.right().slope(), SLOPE, mean, 1, false), 0x1p-18, 2))
                .matches(report -> !report.passes());
    }

    @Test
    void aTenMillionthTooMuchIsFound() {
        Report report = check(new Bent(Bent.right().slope(), SLOPE * (1 + 1e-7), 1, 1, false), 2, 3, 5, -7, 11);
        assertThat(report).matches(r -> !r.passes() && r.element() == 3);
    }

    @Test
    void aForgottenParameterIsFound() {
        Report report = check(new Bent(Bent.right().slope(), SLOPE, 1, 1, true), 2, -3);
        assertThat(report).matches(r -> !r.passes() && r.gradient().equals("slope"));
    }

    /** y = x², with a gradient that is wrong at one of many elements. */
    private record Square(int wrong, double factor) implements Formula {
        @Override
        public Axes reductionAxes(Shape view) {
            return view.allBut("");
        }

        @Override
        public Point at(Sample sample) {
            double[] y = sample.map(i -> sample.get(i) * sample.get(i));
            return new Point(
                    y,
                    Moments.empty(0),
                    q -> new Pull(sample.map(i -> (i == wrong ? factor : 1) * 2 * q[i] * sample.get(i))));
        }
    }

    private static Tensor many(double offset) {
        Shape shape = Shape.ncl(3, 7, 211);
        double[] values = new SplittableRandom(8).doubles(shape.count(), -2, 3).toArray();
        Arrays.setAll(values, i -> values[i] + offset);
        return Tensor.of(shape, values);
    }

    /** No element of many escapes the directions, whichever are looked at. */
    @Test
    void oneWrongElementOfManyIsFound() {
        Tensor x = many(0);
        for (int wrong = 0; wrong < x.shape().count(); wrong += 401) {
            Report report = GradientCheck.ofForward(5).check(new Square(wrong, 1.01), x);
            assertThat(report).matches(r -> !r.passes());
            assertThat(GradientCheck.ofForward(5).check(new Square(wrong, 1), x))
                    .matches(Report::passes);
        }
    }

    @Test
    void aRightGradientOfManyElementsPassesAtAnyOffset() {
        for (double offset : new double[] {0, 1e3, 1e5}) {
            Tensor x = many(offset);
            double[] before = x.toArray();
            for (String axes : List.of("NL", "C", "CL")) {
                Normalizer norm = view -> view.axes(axes);
                assertThat(GradientCheck.ofForward(5).check(norm, x)).matches(Report::passes);
            }
            assertThat(x.toArray()).isEqualTo(before);
        }
    }

    /** Some of many elements are always beside a kink. */
    @Test
    void aRightGradientOfManyElementsPassesAmongKinks() {
        assertThat(GradientCheck.ofForward(5).check(Bent.right(), many(0))).matches(Report::passes);
        Bent wrong = new Bent(Bent.right().slope(), SLOPE * (1 + 1e-6), 1, 1, false);
        assertThat(GradientCheck.ofForward(5).check(wrong, many(0))).matches(report -> !report.passes());
    }
}
