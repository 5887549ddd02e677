package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.normlab.core.Epsilon;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Report;

/** What a backward pass gives: the derivative of the forward pass. */
public interface GradientLaws extends Subject {

    /** Gradients of input, weight and bias are the formula's within the rounding that {@link Bounds} allows. */
    @Property(tries = NormalizerContract.TRIES)
    default void gradientsAreTheFormula(@ForAll("samples") Sample sample) {
        if (departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial trial = Trial.of(this, sample);
        trial.assertGradients(trial.forward().backward(sample.dy()), sample.dy());
    }

    /** Law 5: Σdx = 0 per statistic, and Σdx·x̂ = r·Σ(q·x̂)·ε/(v+ε) where ε is under the root. */
    @Property(tries = NormalizerContract.TRIES)
    default void law5_gradientHasNoMeanAndLittleScale(@ForAll("samples") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        assumeThat(sample.setting().epsilon().place()).isEqualTo(Epsilon.Place.INSIDE);
        Trial trial = Trial.of(this, sample.plain());
        Tensor dy = sample.dy();
        Tensor dx = trial.forward().backward(dy).input();
        ExactGradient exact = new ExactGradient(trial.exact(), dy);
        for (int s = 0; s < trial.slices().size(); s++) {
            Exact.Slice slice = trial.exact().statistic(s);
            double sum = 0;
            double along = 0;
            double given = 0;
            double bound = 0;
            for (int i : trial.slices().members(s)) {
                double normalized = trial.exact().normalized(i).doubleValue();
                sum += dx.get(i);
                along += dx.get(i) * normalized;
                given += dy.get(i) * normalized;
                // an element's own bound, and one rounding of each running sum
                ExactGradient.Sum size = exact.input(i);
                bound += trial.bounds().input(size, i) + slice.count() * 0x1p-53 * size.size();
            }
            double scale = slice.scale().doubleValue();
            double left = sample.setting().epsilon().value() * scale * scale;
            double most = Math.sqrt(slice.count());
            if (!departs(Departure.NO_CENTRING)) {
                assertThat(Math.abs(sum)).isLessThanOrEqualTo(bound);
            }
            assertThat(Math.abs(along - scale * given * left)).isLessThanOrEqualTo(2 * most * bound);
        }
    }

    /** Law 5: a constant added to dy changes nothing where there is centring and no weight. */
    @Property(tries = NormalizerContract.TRIES)
    default void law5_aConstantGradientVanishes(
            @ForAll("dyadic") Sample sample, @ForAll @IntRange(min = 1, max = 50) int constant) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.NO_CENTRING) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial trial = Trial.of(this, sample.plain());
        Tensor dy = sample.dy();
        Tensor moved = dy.copy();
        for (int i = 0; i < trial.count(); i++) {
            moved.set(i, dy.get(i) + constant);
        }
        Normalized pass = trial.forward();
        // the exact gradient of the unmoved dy, within the bound of the moved one
        ExactGradient expected = new ExactGradient(trial.exact(), dy);
        ExactGradient larger = new ExactGradient(trial.exact(), moved);
        Tensor dx = pass.backward(moved).input();
        for (int i = 0; i < trial.count(); i++) {
            assertThat(Decimal.distance(dx.get(i), expected.input(i).value()))
                    .isLessThanOrEqualTo(trial.bounds().input(larger.input(i), i));
        }
    }

    /** Law 5: backward is linear in dy, and dy = 0 gives exactly 0. */
    @Property(tries = NormalizerContract.TRIES)
    default void law5_backwardIsLinear(@ForAll("samples") Sample sample, @ForAll @IntRange(max = 20) int exponent) {
        if (departs(Departure.APPROXIMATE)) {
            return;
        }
        Tensor x = sample.x();
        Tensor dy = sample.dy();
        Normalized pass = subject(sample.setting()).forward(x);
        Tensor scaled = dy.copy();
        for (int i = 0; i < x.shape().count(); i++) {
            scaled.set(i, Math.scalb(dy.get(i), exponent));
        }
        Gradients once = pass.backward(dy);
        Gradients many = pass.backward(scaled);
        Gradients none = pass.backward(dy.like(dy.shape()));
        for (int i = 0; i < x.shape().count(); i++) {
            scaled.set(i, Math.scalb(once.input().get(i), exponent));
            double expected = scaled.get(i);
            // a power of two scales exactly, but for what a subnormal gradient loses; too large a one becomes infinite
            assertThat(
                            many.input().get(i) == expected
                                    ? 0
                                    : Math.abs(many.input().get(i) - expected))
                    .isLessThanOrEqualTo(Math.scalb(sample.setting().precision().smallest(), exponent));
            assertThat(none.input().get(i)).isZero();
        }
        none.parameters().forEach((name, gradient) -> {
            for (int e = 0; e < gradient.shape().count(); e++) {
                assertThat(gradient.get(e)).isZero();
            }
        });
    }

    /** Law 6: central differences agree, for the input and every parameter, with what carries no gradient held constant. */
    @Property(tries = NormalizerContract.FEW)
    default void law6_differencesAgree(@ForAll("fewSmooth") Sample sample) {
        if (departs(Departure.APPROXIMATE)) {
            return;
        }
        Sample wide = sample.precision(Precision.FLOAT64);
        Normalizer subject = subject(wide.setting());
        GradientCheck check =
                new GradientCheck(held(subject, wide.x()), sample.setting().seed());
        Report report = check.check(subject, wide.x());
        assertThat(report.passes()).as("%s", report).isTrue();
    }

    /** Law 6: a complex step through the formula agrees to the last digits. */
    @Property(tries = NormalizerContract.FEW)
    default void law6_complexStepAgrees(@ForAll("smooth") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        Sample wide = sample.precision(Precision.FLOAT64);
        Trial trial = Trial.of(this, wide);
        Tensor dy = wide.dy();
        Tensor dx = trial.forward().backward(dy).input();
        ExactGradient sizes = new ExactGradient(trial.exact(), dy);
        ComplexStep step = new ComplexStep(trial.exact(), trial.x(), dy);
        for (int i = 0; i < trial.count(); i++) {
            // the step itself is exact; what is left is a sum of double products, and a mean's κ
            double bound =
                    1e-12 * trial.exact().slice(i).condition() * sizes.input(i).size();
            assertThat(Math.abs(dx.get(i) - step.derivative(i)))
                    .as("dx[%d] = %s, complex step %s", i, dx.get(i), step.derivative(i))
                    .isLessThanOrEqualTo(bound);
        }
    }
}
