package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Tensor;

/** What a forward pass gives: the formula to the last bit, and the laws that follow from it. */
public interface ForwardLaws extends Subject {

    /** Outputs are the formula's within the rounding that {@link Bounds} allows. */
    @Property(tries = NormalizerContract.TRIES)
    default void outputIsTheFormula(@ForAll("samples") Sample sample) {
        if (departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial trial = Trial.of(this, sample);
        trial.assertOutput(trial.forward().output());
    }

    /** One statistic for each position of the kept axes, in memory order, with mean and never negative variance. */
    @Property(tries = NormalizerContract.TRIES)
    default void momentsAreThoseOfTheInput(@ForAll("samples") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial trial = Trial.of(this, sample);
        Moments moments = trial.forward().moments();
        assertThat(moments.size()).isEqualTo(trial.slices().size());
        for (int s = 0; s < moments.size(); s++) {
            Exact.Slice slice = trial.exact().statistic(s);
            double mean = slice.mean().doubleValue();
            double largest = trial.slices().members(s).stream()
                    .mapToDouble(i -> Math.abs(trial.x().get(i)))
                    .max()
                    .orElse(0);
            assertThat(moments.count(s)).isEqualTo(slice.count());
            // a sum of m values and its residual: the error of the double that holds the mean, and one of the largest
            // value's
            assertThat(Math.abs(moments.mean(s) - mean)).isLessThanOrEqualTo(Math.ulp(mean) + 0x1p-52 * largest);
            // what a square loses when it underflows is no more than the smallest normal number
            assertThat(Decimal.distance(moments.variance(s), slice.variance()))
                    .isLessThanOrEqualTo(
                            trial.bounds().variance(s) * slice.variance().doubleValue() + Double.MIN_NORMAL);
            assertThat(moments.variance(s)).isNotNegative();
        }
    }

    /** Law 1: mean x̂ ≈ 0, mean x̂² ≈ v/(v+ε), |x̂| ≤ √(m−1); without centring the second alone, and |x̂| ≤ √m. */
    @Property(tries = NormalizerContract.TRIES)
    default void law1_normalizedHasMeanZeroAndVarianceBelowOne(@ForAll("samples") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        boolean centred = !departs(Departure.NO_CENTRING);
        Trial trial = Trial.of(this, sample.plain());
        Tensor y = trial.forward().output();
        for (int s = 0; s < trial.slices().size(); s++) {
            Exact.Slice slice = trial.exact().statistic(s);
            double most = Math.sqrt(slice.count() - (centred ? 1 : 0));
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            double bound = 0;
            for (int i : trial.slices().members(s)) {
                bound = Math.max(bound, trial.bounds().output(i));
                sum = sum.add(Decimal.of(y.get(i)));
                squares = squares.add(Decimal.square(Decimal.of(y.get(i))));
                assertThat(Math.abs(y.get(i))).isLessThanOrEqualTo(most + bound);
            }
            double energy = Decimal.times(slice.variance(), Decimal.square(slice.scale()))
                    .doubleValue();
            if (centred) {
                assertThat(Math.abs(sum.doubleValue())).isLessThanOrEqualTo(bound * slice.count());
            }
            // each square moves by twice its root's error times its root
            assertThat(Math.abs(squares.doubleValue() / slice.count() - energy))
                    .isLessThanOrEqualTo(bound * (2 * most + bound));
        }
    }

    /** Law 2: with weight √(v+ε) and bias mean, each slice gets its input back. */
    @Property(tries = NormalizerContract.TRIES)
    default void law2_deviationAndMeanGiveTheInputBack(@ForAll("samples") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial trial = Trial.of(this, sample.plain());
        Normalized pass = trial.forward();
        Epsilon epsilon = sample.setting().epsilon();
        for (int i = 0; i < trial.count(); i++) {
            int s = trial.slices().number(i);
            double variance = departs(Departure.NO_CENTRING)
                    ? trial.exact().statistic(s).variance().doubleValue()
                    : pass.moments().variance(s);
            double mean = departs(Departure.NO_CENTRING) ? 0 : pass.moments().mean(s);
            double deviation = 1 / epsilon.scale(variance);
            double back = pass.output().get(i) * deviation + mean;
            // x̂'s bound in units of x, and a few roundings of the two terms
            double bound = deviation * trial.bounds().output(i)
                    + 0x1p-50 * (Math.abs(mean) + Math.abs(trial.x().get(i)));
            assertThat(Math.abs(back - trial.x().get(i))).isLessThanOrEqualTo(bound + Double.MIN_NORMAL);
        }
    }

    /** Constants of every magnitude give exactly the bias; without centring, the formula. */
    @Property(tries = NormalizerContract.TRIES)
    default void constantsGiveExactlyTheBias(@ForAll("samples") Sample sample, @ForAll("constants") double constant) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.NO_CENTRING) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        double[] values = new double[sample.shape().count()];
        Arrays.fill(values, constant);
        Tensor x = sample.setting().precision().tensor(sample.shape(), values);
        if (!Double.isFinite(x.get(0))) {
            Arrays.fill(values, Float.MAX_VALUE);
            x = sample.setting().precision().tensor(sample.shape(), values);
        }
        Trial trial = Trial.of(this, sample, x);
        Normalized pass = trial.forward();
        for (int i = 0; i < trial.count(); i++) {
            // the bias of a sum may lose its sign of zero: 0 = −0
            assertThat(pass.output().get(i) == trial.exact().bias(i))
                    .as(
                            "%s of a constant %s is %s",
                            trial.normalizer().name(), constant, pass.output().get(i))
                    .isTrue();
        }
        if (trial.normalizer().parameters().containsKey("weight")) {
            Tensor gradient = pass.backward(sample.dy()).parameter("weight");
            for (int e = 0; e < gradient.shape().count(); e++) {
                assertThat(gradient.get(e)).isZero();
            }
        }
    }

    /** Constants of every magnitude of either type. */
    @Provide
    default Arbitrary<Double> constants() {
        return Arbitraries.of(
                0.0,
                -0.0,
                1234.0,
                0.1,
                -0.3,
                1e30,
                -1e-30,
                1e300,
                Float.MIN_VALUE * 1.0,
                Double.MIN_VALUE,
                -3e38,
                Double.MAX_VALUE,
                Float.MAX_VALUE * 1.0);
    }
}
