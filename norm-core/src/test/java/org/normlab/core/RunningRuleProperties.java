package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Law 17: what each rule leaves after k equal batches, by value, from a start that is not (0, 1). */
class RunningRuleProperties {
    private static final int TRIES = 60;
    private static final double START_MEAN = -2.5;
    private static final double START_VARIANCE = 3;

    /** Seven values with mean 2 and biased variance 22/7. */
    private static final Moments BATCH = Moments.of(Tensor.of(Shape.nc(7, 1), 0.0, 0, 1, 2, 2, 4, 5), Axes.of(2, 0));

    private static final double MEAN = BATCH.mean(0);
    private static final double BIASED = 22.0 / 7;
    private static final double UNBIASED = 22.0 / 6;

    private static RunningMoments after(RunningRule rule, long seen, int batches) {
        RunningMoments running =
                RunningMoments.of(rule, new double[] {START_MEAN}, new double[] {START_VARIANCE}, seen);
        for (int batch = 0; batch < batches; batch++) {
            running = running.update(BATCH);
        }
        return running;
    }

    /** Mixes start and batch as a rule does; k updates round k times each, and values are below 4. */
    private static void assertState(RunningMoments running, double variance, DoubleUnaryOperator left, int batches) {
        double share = left.applyAsDouble(batches);
        double tolerance = (8 + 4 * batches) * Math.ulp(4.0);
        assertThat(Math.abs(running.mean(0) - (START_MEAN * share + MEAN * (1 - share))))
                .isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(running.variance(0) - (START_VARIANCE * share + variance * (1 - share))))
                .isLessThanOrEqualTo(tolerance);
    }

    @Example
    void theBatchIsWhatItIsSaidToBe() {
        assertThat(MEAN).isEqualTo(2);
        assertThat(BATCH.variance(0)).isEqualTo(BIASED);
        assertThat(BATCH.unbiasedVariance(0)).isEqualTo(UNBIASED);
    }

    @Property(tries = TRIES)
    void torchKeepsTheUnbiasedVarianceAtTheWeightOfTheNewBatch(
            @ForAll @DoubleRange(min = 0, max = 1) double weight, @ForAll @IntRange(min = 1, max = 60) int batches) {
        RunningMoments running = after(RunningRule.TORCH.weightOfNewBatch(weight), 0, batches);
        assertState(running, UNBIASED, k -> Math.pow(1 - weight, k), batches);
    }

    @Property(tries = TRIES)
    void onnxAndKerasKeepTheBiasedVariance(@ForAll @IntRange(min = 1, max = 60) int batches) {
        assertState(after(RunningRule.ONNX, 0, batches), BIASED, k -> Math.pow(0.9, k), batches);
        assertState(after(RunningRule.KERAS, 0, batches), BIASED, k -> Math.pow(0.99, k), batches);
    }

    @Property(tries = TRIES)
    void aPlainAverageWeighsEveryBatchAlike(
            @ForAll @IntRange(max = 40) int seen, @ForAll @IntRange(min = 1, max = 60) int batches) {
        RunningMoments running = after(RunningRule.CUMULATIVE, seen, batches);
        assertState(running, UNBIASED, k -> seen / (seen + k), batches);
        assertThat(running.updates()).isEqualTo(seen + batches);
    }

    @Property(tries = TRIES)
    void aDebiasedAverageForgetsItsStart(@ForAll @IntRange(min = 1, max = 60) int batches) {
        assertState(after(RunningRule.DEBIASED, 0, batches), BIASED, k -> 0, batches);
    }

    /** h from 0, read over the weight given so far. */
    @Property(tries = TRIES)
    void aDebiasedAverageIsASumOverItsWeights(
            @ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @IntRange(min = 1, max = 60) int batches,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RunningMoments running = RunningMoments.start(1, RunningRule.DEBIASED.weightOfNewBatch(weight));
        double means = 0;
        double variances = 0;
        double weights = 0;
        for (int batch = 0; batch < batches; batch++) {
            double mean = random.nextDouble(-1, 1);
            double variance = random.nextDouble();
            running = running.update(Moments.of(new long[] {7}, new double[] {mean}, new double[] {variance}));
            // without fading all batches weigh the same
            means = (1 - weight) * means + mean;
            variances = (1 - weight) * variances + variance;
            weights = (1 - weight) * weights + 1;
        }
        double tolerance = (8 + 4 * batches) * Math.ulp(1.0);
        assertThat(Math.abs(running.mean(0) - means / weights)).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(running.variance(0) - variances / weights)).isLessThanOrEqualTo(tolerance);
        assertThat(running.variance(0)).isNotNegative();
    }

    /** Of the start nothing is left, not even a rounding, so that a constant has variance 0. */
    @Property(tries = 200)
    void aDebiasedAverageOfOneBatchIsThatBatch(@ForAll @DoubleRange(min = 0, max = 1) double weight) {
        RunningMoments first = RunningMoments.start(1, RunningRule.DEBIASED.weightOfNewBatch(weight))
                .update(Moments.of(new long[] {7}, new double[] {-1e-30}, new double[] {0}));
        assertThat(first.mean(0)).isEqualTo(-1e-30);
        assertThat(first.variance(0)).isZero();
    }

    /** Spreads are averaged as they are read, so the first batch alone is the state. */
    @Example
    void aDebiasedAverageOfDeviationsIsThatOfTheFirstBatchAtFirst() {
        RunningMoments.Spread roots = new RunningMoments.Spread() {
            @Override
            public double of(double variance) {
                return Math.sqrt(variance + 0.25);
            }

            @Override
            public double variance(double spread) {
                return spread * spread - 0.25;
            }
        };
        RunningMoments start = RunningMoments.start(1, RunningRule.DEBIASED);
        double variance = start.update(BATCH, RunningMoments.start(1, RunningRule.DEBIASED), roots)
                .variance(0);
        assertThat(Math.abs(variance - BIASED)).isLessThanOrEqualTo(8 * Math.ulp(4.0));
    }

    @Property(tries = TRIES)
    void torchAndOnnxAgreeOnTheMeanAndDifferByTheDivisor(
            @ForAll @DoubleRange(min = 0.01, max = 1) double weight, @ForAll @IntRange(min = 1, max = 20) int batches) {
        RunningMoments torch = after(RunningRule.TORCH.weightOfNewBatch(weight), 0, batches);
        RunningMoments onnx = after(RunningRule.ONNX.weightOfNewBatch(weight), 0, batches);
        assertThat(torch.mean(0)).isEqualTo(onnx.mean(0));
        double left = START_VARIANCE * Math.pow(1 - weight, batches);
        double ratio = (torch.variance(0) - left) / (onnx.variance(0) - left);
        // the difference of two numbers near 3, over at least a hundredth of the variance
        assertThat(Math.abs(ratio - 7.0 / 6)).isLessThanOrEqualTo(1000 * (8 + 4 * batches) * 0x1p-53);
    }

    @Example
    void theDefaultsAreThoseOfTheFrameworks() {
        assertThat(RunningRule.TORCH.weightOfNewBatch()).isEqualTo(0.1);
        assertThat(1 - RunningRule.ONNX.weightOfNewBatch()).isEqualTo(0.9);
        assertThat(1 - RunningRule.KERAS.weightOfNewBatch()).isEqualTo(0.99);
        assertThat(1 - RunningRule.DEBIASED.weightOfNewBatch()).isEqualTo(0.99);
        assertThat(RunningRule.KERAS.unbiased().divisor()).isEqualTo(RunningRule.Divisor.UNBIASED);
        assertThat(RunningRule.TORCH.biased().divisor()).isEqualTo(RunningRule.Divisor.BIASED);
    }

    @Example
    void aWeightBeyondZeroAndOneIsRefused() {
        for (double weight : new double[] {-1, -1.2, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> RunningRule.TORCH.weightOfNewBatch(weight))
                    .isInstanceOfSatisfying(NormException.class, e -> {
                        assertThat(e.kind()).isEqualTo(NormException.Kind.OPTION);
                        assertThat(e.value()).isEqualTo(String.valueOf(weight));
                    });
        }
    }
}
