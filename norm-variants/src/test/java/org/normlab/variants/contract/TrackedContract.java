package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/** What a normalizer with running statistics keeps besides: its evaluation is a value, and its state follows the batches. */
public interface TrackedContract extends NormalizerContract {

    /** The variant with its state. */
    default Tracked tracked(Setting setting) {
        return (Tracked) subject(setting);
    }

    /** Law 16: evaluation with given statistics is the formula, forward and backward: dx ≈ weight·r·dy. */
    @Property(tries = TRIES)
    default void law16_evaluationUsesTheGivenStatistics(@ForAll("samples") Sample sample) {
        Setting setting = sample.setting();
        Normalizer frozen = tracked(setting).frozen(setting.running());
        Trial trial = Trial.of(frozen, Slices.of(setting.shape(), place -> place.at('C')), sample.x());
        trial.assertOutput(trial.forward().output());
        trial.assertGradients(trial.forward().backward(sample.dy()), sample.dy());
    }

    /** Law 16: frozen with the batch's own biased moments it gives the training output. */
    @Property(tries = TRIES)
    default void law16_theBatchsOwnMomentsGiveItsOutput(@ForAll("samples") Sample sample) {
        Tracked subject = tracked(sample.setting());
        Normalized training = subject.forward(sample.x());
        RunningRule last = RunningRule.ONNX.weightOfNewBatch(1);
        RunningMoments own = RunningMoments.start(subject.channels(), last).update(subject.channelMoments(training));
        Tensor evaluated = subject.frozen(own).forward(sample.x()).output();
        Trial trial = Trial.of(this, sample);
        for (int i = 0; i < trial.count(); i++) {
            // both within y's bound, and the mean now rounded to one double, which κ magnifies
            double rounded = 0x1p-52
                    * Math.abs(trial.exact().weight(i))
                    * trial.exact().slice(i).condition();
            assertThat(Math.abs(evaluated.get(i) - training.output().get(i)))
                    .isLessThanOrEqualTo(2 * trial.bounds().output(i) + rounded);
        }
    }

    /** Law 17: k equal batches leave start·(1−w)^k + (1−(1−w)^k)·new under an exponential rule, by channel. */
    @Property(tries = TRIES)
    default void law17_equalBatchesLeaveAKnownState(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 1, max = 12) int batches) {
        Tracked subject = tracked(sample.setting());
        RunningRule rule = RunningRule.TORCH.weightOfNewBatch(0.3);
        Moments moments = subject.channelMoments(subject.forward(sample.x()));
        Exact exact = Trial.of(this, sample).exact();
        RunningMoments running = RunningMoments.start(subject.channels(), rule);
        for (int batch = 0; batch < batches; batch++) {
            running = running.update(moments);
        }
        double left = Math.pow(0.7, batches);
        for (int c = 0; c < subject.channels(); c++) {
            Exact.Slice slice = exact.statistic(statisticOfChannel(sample, c));
            double mean = slice.mean().doubleValue() * (1 - left);
            double unbiased = slice.variance().doubleValue() * slice.count() / (slice.count() - 1.0);
            double variance = left + unbiased * (1 - left);
            // the batch's own relative error, three roundings an update, and what a subnormal loses in each
            double largest = Math.abs(slice.mean().doubleValue()) + Math.sqrt(unbiased);
            assertThat(Math.abs(running.mean(c) - mean))
                    .isLessThanOrEqualTo((1 + batches) * (0x1p-50 * largest + Double.MIN_VALUE));
            assertThat(Math.abs(running.variance(c) - variance))
                    .isLessThanOrEqualTo((1e-12 + 0x1p-50 * batches) * variance);
        }
        assertThat(running.updates()).isEqualTo(batches);
    }

    private int statisticOfChannel(Sample sample, int channel) {
        Slices slices = Slices.of(sample.shape(), place -> statistic(sample.setting(), place));
        for (int i = 0; i < sample.shape().count(); i++) {
            if (new Place(sample.shape(), i).at('C') == channel) {
                return slices.number(i);
            }
        }
        throw new AssertionError("no element of channel " + channel);
    }

    /** Law 7: a bias right before a normalization over its channel has no gradient. */
    @Property(tries = TRIES)
    default void law7_aBiasBeforeHasNoGradient(@ForAll("samples") Sample sample) {
        Trial trial = Trial.of(this, sample);
        Tensor dy = sample.dy();
        Tensor dx = trial.forward().backward(dy).input();
        ExactGradient sizes = new ExactGradient(trial.exact(), dy);
        double[] gradient = new double[sample.setting().channels()];
        double[] bound = new double[gradient.length];
        for (int i = 0; i < trial.count(); i++) {
            int channel = new Place(sample.shape(), i).at('C');
            gradient[channel] += dx.get(i);
            ExactGradient.Sum size = sizes.input(i);
            // an element's own bound, and one rounding of each running sum
            bound[channel] += trial.bounds().input(size, i) + trial.count() * 0x1p-53 * size.size();
        }
        for (int c = 0; c < gradient.length; c++) {
            assertThat(Math.abs(gradient[c])).isLessThanOrEqualTo(bound[c]);
        }
    }

    /** Law 22: evaluation is one scale and one shift a channel, so it folds into a linear layer before it. */
    @Property(tries = TRIES)
    default void law22_evaluationFoldsIntoOneScaleAndShift(@ForAll("samples") Sample sample) {
        Setting setting = sample.setting();
        RunningMoments running = setting.running();
        Tensor x = sample.x();
        Tensor y = tracked(setting).frozen(running).forward(x).output();
        double[] weight = values(setting, "weight", 1);
        double[] bias = values(setting, "bias", 0);
        for (int i = 0; i < x.shape().count(); i++) {
            int c = new Place(x.shape(), i).at('C');
            double scale = weight[c] * setting.epsilon().scale(running.variance(c));
            double shift = bias[c] - running.mean(c) * scale;
            double folded = scale * x.get(i) + shift;
            // the output's own rounding, and eight of the terms, which may cancel
            double size = Math.abs(scale * x.get(i)) + Math.abs(bias[c]) + Math.abs(running.mean(c) * scale);
            assertThat(Math.abs(y.get(i) - folded))
                    .isLessThanOrEqualTo(setting.precision().ulp(folded) + 8 * 0x1p-53 * size);
        }
    }

    private double[] values(Setting setting, String name, double otherwise) {
        double[] values = new double[setting.channels()];
        Tensor parameter = subject(setting).parameters().get(name);
        for (int c = 0; c < values.length; c++) {
            values[c] = parameter == null ? otherwise : parameter.get(c);
        }
        return values;
    }
}
