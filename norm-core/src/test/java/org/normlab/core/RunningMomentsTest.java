package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running statistics that bad batches cannot spoil. */
class RunningMomentsTest {
    private static final RunningRule[] RULES = {
        RunningRule.TORCH, RunningRule.ONNX, RunningRule.KERAS, RunningRule.CUMULATIVE, RunningRule.DEBIASED
    };

    private static Moments batch(double... values) {
        return Moments.of(Tensor.of(Shape.nc(values.length / 2, 2), values), Axes.of(2, 0));
    }

    private static void assertSame(RunningMoments actual, RunningMoments expected) {
        assertThat(actual.updates()).isEqualTo(expected.updates());
        for (int c = 0; c < expected.channels(); c++) {
            assertThat(actual.mean(c)).isEqualTo(expected.mean(c));
            assertThat(actual.variance(c)).isEqualTo(expected.variance(c));
            assertThat(actual.updates(c)).isEqualTo(expected.updates(c));
        }
    }

    @Test
    void theStartIsMeanZeroAndVarianceOneUnderEveryRule() {
        for (RunningRule rule : RULES) {
            RunningMoments start = RunningMoments.start(2, rule);
            assertThat(start.mean(1)).isZero();
            assertThat(start.variance(1)).isOne();
            assertThat(start.updates()).isZero();
            assertThat(start.isHealthy()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aBatchThatIsNotFiniteIsRefusedAsAWhole(double value) {
        for (RunningRule rule : RULES) {
            RunningMoments before = RunningMoments.start(2, rule).update(batch(1, 2, 3, 5, 8, 13));
            RunningMoments after = before.update(batch(1, 2, value, 5, 8, 13));
            assertSame(after, before);
            assertThat(after.rejected()).isEqualTo(1);
            assertThat(after.isHealthy()).isFalse();
            assertThat(after.update(batch(1, 2, 3, 4)).updates()).isEqualTo(2);
            assertThat(after.update(batch(1, 2, 3, 4)).isHealthy()).isFalse();
        }
    }

    @Test
    void anEmptyBatchAndOneOfASingleValueMoveNothing() {
        for (RunningRule rule : RULES) {
            RunningMoments before = RunningMoments.start(2, rule).update(batch(1, 2, 3, 5));
            assertSame(before.update(batch()), before);
            assertSame(before.update(Moments.empty(2)), before);
            assertSame(before.update(batch(7, 9)), before);
            assertSame(RunningMoments.start(2, rule).update(batch()), RunningMoments.start(2, rule));
        }
    }

    @Test
    void anUpdateIsANewValue() {
        RunningMoments before = RunningMoments.start(2, RunningRule.TORCH);
        RunningMoments after = before.update(batch(1, 2, 3, 5));
        assertThat(before.updates()).isZero();
        assertThat(before.mean(0)).isZero();
        assertThat(after.updates()).isEqualTo(1);
        assertThat(after.mean(0)).isEqualTo(0.1 * 2);
    }

    @Test
    void anUpdateInPlaceGivesTheSameValues() {
        for (RunningRule rule : RULES) {
            RunningMoments state = RunningMoments.start(2, rule).update(batch(4, 2, 3, 5));
            RunningMoments expected = state.update(batch(1, 2, 3, 5, 0, 1));
            assertSame(state.update(batch(1, 2, 3, 5, 0, 1), state), expected);
        }
    }

    @Test
    void aMillionUpdatesLeaveNoNegativeVariance() {
        SplittableRandom random = new SplittableRandom(7);
        RunningMoments running = RunningMoments.start(2, RunningRule.TORCH.weightOfNewBatch(0.999));
        Moments[] batches = new Moments[64];
        for (int b = 0; b < batches.length; b++) {
            double tiny = b % 2 == 0 ? 1e-160 : 1e-8;
            batches[b] = batch(1e4, -1e4, 1e4 + tiny * random.nextDouble(), -1e4, 1e4, -1e4 - 1e-12);
        }
        for (int update = 0; update < 1_000_000; update++) {
            running = running.update(batches[update % batches.length], running);
            if (!(running.variance(0) >= 0 && running.variance(1) >= 0)) {
                throw new AssertionError("variance " + running.variance(0) + " after " + update);
            }
        }
        assertThat(running.updates()).isEqualTo(1_000_000);
    }

    @Test
    void aStoredStateReadsAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(11);
        for (RunningRule rule : RULES) {
            RunningMoments state = RunningMoments.start(2, rule);
            for (int update = 0; update < 50; update++) {
                state = state.update(batch(random.doubles(6, -3, 9).toArray()));
                double[] means = {state.mean(0), state.mean(1)};
                double[] variances = {state.variance(0), state.variance(1)};
                assertSame(RunningMoments.of(rule, means, variances, state.updates()), state);
            }
        }
    }

    /** Two channels, of which batches may lack the first. */
    @Test
    void aChannelCountsTheBatchesThatItHasValuesOf() {
        Moments both = batch(1, 2, 3, 5, 8, 13);
        Moments second = Moments.of(new long[] {1, 5}, new double[] {-70, 4}, new double[] {0, 9});
        for (RunningRule rule : RULES) {
            RunningMoments first = RunningMoments.start(2, rule).update(second).update(second);
            assertThat(first.mean(0)).isZero();
            assertThat(first.variance(0)).isOne();
            assertThat(first.updates(0)).isZero();
            assertThat(first.updates(1)).isEqualTo(2);
            RunningMoments late = first.update(both).update(second).update(both);
            RunningMoments alone =
                    RunningMoments.start(2, rule).update(both).update(both).range(0, 1);
            assertThat(late.updates()).isEqualTo(5);
            assertThat(late.updates(0)).isEqualTo(2);
            assertThat(late.mean(0)).isEqualTo(alone.mean(0));
            assertThat(late.variance(0)).isEqualTo(alone.variance(0));
        }
    }

    @Test
    void numbersOfBatchesThatCannotBeAreRefused() {
        double[] good = {1, 2};
        for (RunningRule rule : RULES) {
            for (long bad : new long[] {-1, Long.MIN_VALUE}) {
                NormException e = refused(() -> RunningMoments.of(rule, good, good, bad), NormException.Kind.STATE);
                assertThat(e).hasMessageContaining("num_batches_tracked = " + bad);
            }
            RunningMoments five = RunningMoments.of(rule, good, good, 5);
            assertThat(five.seen(0, 5).updates(0)).isZero();
            assertThat(five.updates(0)).isEqualTo(5);
            refused(() -> five.seen(6, 5), NormException.Kind.STATE);
            refused(() -> five.seen(5, -1), NormException.Kind.STATE);
            refused(() -> five.seen(5), NormException.Kind.SHAPE);
        }
    }

    @Test
    void storedStatisticsThatHaveSeenNoBatchAreReadAsTheyAre() {
        for (RunningRule rule : RULES) {
            RunningMoments stored = RunningMoments.of(rule, new double[] {-2.5, 7}, new double[] {3, 0}, 0);
            assertThat(stored.mean(0)).isEqualTo(-2.5);
            assertThat(stored.variance(0)).isEqualTo(3);
            assertThat(stored.variance(1)).isZero();
            RunningMoments after = stored.update(batch(1, 2, 3, 5));
            assertThat(after.mean(0)).isFinite().isNotEqualTo(-2.5);
        }
    }

    @Test
    void law18_thePopulationIsTheMomentsOfAllBatchesTogether() {
        Moments first = batch(1, 2, 3, 5, 8, 13.5);
        Moments second = batch(-4, 0.25, 7, 1);
        double[][] columns = {{1, 3, 8, -4, 7}, {2, 5, 13.5, 0.25, 1}};
        for (RunningRule rule : RULES) {
            RunningMoments population = RunningMoments.population(rule, List.of(first, second));
            assertThat(population.updates()).isEqualTo(2);
            for (int c = 0; c < columns.length; c++) {
                ExactMoments exact = ExactMoments.of(columns[c]);
                // five small values: a few roundings of their squares
                double tolerance = 8 * Math.ulp(exact.largest() * exact.largest());
                assertThat(Math.abs(population.mean(c) - exact.mean().doubleValue()))
                        .isLessThanOrEqualTo(tolerance);
                assertThat(Math.abs(population.variance(c) - exact.variance().doubleValue()))
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    @Test
    void badStoredStatisticsAreRefusedByChannelAndValue() {
        double[] good = {1, 2};
        for (double bad : new double[] {-9.9999e-06, Double.NaN, Double.POSITIVE_INFINITY}) {
            NormException e = refused(
                    () -> RunningMoments.of(RunningRule.TORCH, good, new double[] {1, bad}, 3),
                    NormException.Kind.STATE);
            assertThat(e).hasMessageContaining("running_var[1]").hasMessageContaining(String.valueOf(bad));
        }
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            refused(
                    () -> RunningMoments.of(RunningRule.TORCH, new double[] {bad, 0}, good, 3),
                    NormException.Kind.STATE);
        }
        refused(() -> RunningMoments.of(RunningRule.TORCH, good, new double[1], 3), NormException.Kind.SHAPE);
        refused(() -> RunningMoments.start(0, RunningRule.TORCH), NormException.Kind.OPTION);
        refused(() -> RunningMoments.start(3, RunningRule.TORCH).update(batch(1, 2, 3, 4)), NormException.Kind.SHAPE);
    }

    private static NormException refused(ThrowingCallable call, NormException.Kind kind) {
        NormException[] caught = new NormException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(NormException.class, e -> caught[0] = e);
        assertThat(caught[0].kind()).isEqualTo(kind);
        return caught[0];
    }
}
