package org.normlab.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Weight 1 and bias 0 hide faults, so that gradients are checked at others; those of float32 parameters as far as float32 goes. */
class AffineCheckTest {
    private static final Shape SHAPE = Shape.nc(5, 3);

    /** A batch normalization whose gradients are spoiled. */
    private record Spoiled(Affine affine, Consumer<Gradients> fault) implements Normalizer {
        @Override
        public Axes reductionAxes(Shape view) {
            return view.axes("N");
        }

        @Override
        public Normalized forward(Tensor x, Tensor y) {
            Normalizer sound = new Sound(affine);
            return new SpoiledPass(sound.forward(x, y), fault);
        }
    }

    private record Sound(Affine affine) implements Normalizer {
        @Override
        public Axes reductionAxes(Shape view) {
            return view.axes("N");
        }
    }

    private record SpoiledPass(Normalized sound, Consumer<Gradients> fault) implements Normalized {
        @Override
        public Tensor output() {
            return sound.output();
        }

        @Override
        public Moments moments() {
            return sound.moments();
        }

        @Override
        public Gradients gradients() {
            return sound.gradients();
        }

        @Override
        public Gradients backward(Tensor dy, Gradients target) {
            sound.backward(dy, target);
            fault.accept(target);
            return target;
        }

        @Override
        public Normalized again() {
            sound.again();
            return this;
        }
    }

    private static Affine identity() {
        return Affine.identity(Affine.Scope.CHANNEL, 3); // in float32
    }

    private static Tensor x() {
        return Tensor.of(
                SHAPE, new SplittableRandom(6).doubles(SHAPE.count(), -2, 3).toArray());
    }

    private static Report check(Affine affine, Consumer<Gradients> fault) {
        return GradientCheck.ofForward(1).check(new Spoiled(affine, fault), x());
    }

    /** The gradient of the input as if the weight were 1, which a weight of 1 does not tell from a right one. */
    @Test
    void aForgottenWeightIsFound() {
        Affine affine = identity();
        Consumer<Gradients> forget = gradients -> {
            for (int i = 0; i < SHAPE.count(); i++) {
                gradients.input().set(i, gradients.input().get(i) / affine.factor(i % 3));
            }
        };
        assertThat(check(affine, forget))
                .matches(r -> !r.passes() && r.gradient().equals("input"));
    }

    @Test
    void aWrongGradientOfAFloat32ParameterIsFound() {
        for (String name : new String[] {"weight", "bias"}) {
            Report report = check(identity(), gradients -> {
                Tensor gradient = gradients.parameter(name);
                gradient.set(1, gradient.get(1) * (1 + 1e-4));
            });
            assertThat(report).matches(r -> !r.passes() && r.gradient().equals(name) && r.element() == 1);
        }
    }

    @Test
    void rightGradientsPassAndParametersAreRestored() {
        Affine affine = identity();
        assertThat(check(affine, gradients -> {})).matches(Report::passes);
        assertThat(affine.weight().orElseThrow().toArray()).containsOnly(1.0);
        assertThat(affine.bias().orElseThrow().toArray()).containsOnly(0.0);
    }
}
