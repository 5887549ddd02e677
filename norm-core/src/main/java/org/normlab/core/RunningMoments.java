package org.normlab.core;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.NormException.Kind;

/**
 * Running mean and variance of each channel, for use at evaluation: a value that {@link #update} replaces.
 *
 * <p>A batch with a value that is not finite is refused as a whole and counted. A channel of which the batch has fewer than two
 * values stays as it is; if that is every channel, the batch is not counted as an update.
 */
public final class RunningMoments {
    private static final String SUBJECT = "RunningMoments";

    private final RunningRule rule;
    private final double[] means;
    private final double[] variances;
    private long updates;
    private long rejected;

    private RunningMoments(RunningRule rule, int channels) {
        this.rule = rule;
        this.means = new double[channels];
        this.variances = new double[channels];
    }

    /**
     * Mean 0 and variance 1.
     *
     * @param channels how many
     * @param rule how they will follow the batches
     * @return the state before any update
     * @throws NormException OPTION if there is no channel
     */
    public static RunningMoments start(int channels, RunningRule rule) {
        if (channels < 1) {
            throw NormException.about(Kind.OPTION, SUBJECT, "channels", channels)
                    .because("is less than 1", "give the number of channels");
        }
        RunningMoments start = new RunningMoments(rule, channels);
        Arrays.fill(start.variances, rule.average() == RunningRule.Average.DEBIASED ? 0 : 1);
        return start;
    }

    /**
     * Stored statistics, as from a checkpoint.
     *
     * @param rule how they will go on
     * @param means one a channel; copied
     * @param variances one a channel, as {@link #variance} reads them; copied
     * @param updates how many batches they have seen
     * @return the state
     * @throws NormException SHAPE if the lengths differ; STATE if a mean is not finite or a variance is not finite or negative
     */
    public static RunningMoments of(RunningRule rule, double[] means, double[] variances, long updates) {
        if (means.length != variances.length) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "running_var", variances.length + " values")
                    .because("does not match " + means.length + " means", "store one of each a channel");
        }
        RunningMoments state = start(means.length, rule);
        double debias = rule.debias(updates);
        for (int c = 0; c < means.length; c++) {
            check("running_mean", c, means[c], Double.NEGATIVE_INFINITY);
            check("running_var", c, variances[c], 0);
            state.means[c] = means[c] * debias;
            state.variances[c] = variances[c] * debias;
        }
        state.updates = updates;
        return state;
    }

    /**
     * The statistics of all elements of several batches together: what running averages only approach.
     *
     * @param rule how they may go on
     * @param batches moments of the same channels, weighted by their counts
     * @return the merged means and biased variances, after as many updates as there are batches
     * @throws NormException SHAPE if there is no batch; STATE if a value is not finite
     */
    public static RunningMoments population(RunningRule rule, List<Moments> batches) {
        Moments all = batches.stream()
                .reduce(Moments::merge)
                .orElseThrow(() -> NormException.about(Kind.SHAPE, SUBJECT, "batches", 0)
                        .because("leave nothing to merge", "give at least one batch"));
        double[] means = new double[all.size()];
        double[] variances = new double[all.size()];
        Arrays.setAll(means, all::mean);
        Arrays.setAll(variances, all::variance);
        return of(rule, means, variances, batches.size());
    }

    private static void check(String name, int channel, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw NormException.about(Kind.STATE, SUBJECT, name + "[" + channel + "]", value)
                    .because("is not a usable statistic", "recompute the statistics from data");
        }
    }

    /**
     * The state after one more batch.
     *
     * @param batch one statistic a channel; not modified
     * @return a new state
     * @throws NormException SHAPE if the batch has another number of channels
     */
    public RunningMoments update(Moments batch) {
        return update(batch, new RunningMoments(rule, channels()));
    }

    /**
     * The state after one more batch, written over an older state, so that a training step allocates nothing.
     *
     * @param batch one statistic a channel; not modified
     * @param target a state of as many channels and the same rule, maybe this one; overwritten
     * @return the target
     * @throws NormException SHAPE if the batch has another number of channels
     */
    public RunningMoments update(Moments batch, RunningMoments target) {
        return update(batch, target, Spread.VARIANCE);
    }

    /** In what form variances are averaged. */
    public interface Spread {
        /** As they are. */
        Spread VARIANCE = new Spread() {
            @Override
            public double of(double variance) {
                return variance;
            }

            @Override
            public double variance(double spread) {
                return spread;
            }
        };

        /**
         * What is averaged.
         *
         * @param variance the variance
         * @return such as its root
         */
        double of(double variance);

        /**
         * The variance again.
         *
         * @param spread an average
         * @return the variance
         */
        double variance(double spread);
    }

    /**
     * The state after one more batch, with variances averaged in another form.
     *
     * @param batch one statistic a channel; not modified
     * @param target a state of as many channels and the same rule, maybe this one; overwritten
     * @param spread the form
     * @return the target
     * @throws NormException SHAPE if the batch has another number of channels
     */
    public RunningMoments update(Moments batch, RunningMoments target, Spread spread) {
        if (batch.size() != channels() || target.channels() != channels()) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "batch", batch.size() + " statistics")
                    .because("does not match " + channels() + " channels", "update with one statistic a channel");
        }
        boolean healthy = isFinite(batch);
        boolean counts = false;
        for (int c = 0; c < channels(); c++) {
            boolean moves = healthy && batch.count(c) >= 2;
            double weight = moves ? rule.weight(updates + 1) : 0;
            target.means[c] = moves ? (1 - weight) * means[c] + weight * batch.mean(c) : means[c];
            target.variances[c] = moves
                    ? spread.variance(
                            (1 - weight) * spread.of(variances[c]) + weight * spread.of(rule.variance(batch, c)))
                    : variances[c];
            counts |= moves;
        }
        target.rejected = rejected + (healthy ? 0 : 1);
        target.updates = updates + (counts ? 1 : 0);
        return target;
    }

    private static boolean isFinite(Moments batch) {
        for (int s = 0; s < batch.size(); s++) {
            if (!Double.isFinite(batch.mean(s)) || !Double.isFinite(batch.variance(s))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The state of consecutive channels.
     *
     * @param from the first
     * @param size how many
     * @return a copy
     */
    public RunningMoments range(int from, int size) {
        RunningMoments range = new RunningMoments(rule, size);
        System.arraycopy(means, from, range.means, 0, size);
        System.arraycopy(variances, from, range.variances, 0, size);
        range.updates = updates;
        range.rejected = rejected;
        return range;
    }

    /**
     * How it follows the batches.
     *
     * @return the rule
     */
    public RunningRule rule() {
        return rule;
    }

    /**
     * The number of channels.
     *
     * @return how many
     */
    public int channels() {
        return means.length;
    }

    /**
     * The running mean.
     *
     * @param channel the channel
     * @return the mean; 0 before any update
     */
    public double mean(int channel) {
        return updates == 0 ? means[channel] : means[channel] / rule.debias(updates);
    }

    /**
     * The running variance, biased or not as the rule says.
     *
     * @param channel the channel
     * @return the variance; 1 before any update
     */
    public double variance(int channel) {
        if (updates == 0) {
            return rule.average() == RunningRule.Average.DEBIASED ? 1 : variances[channel];
        }
        return variances[channel] / rule.debias(updates);
    }

    /**
     * How many batches have moved the statistics.
     *
     * @return the counter, {@code num_batches_tracked} in PyTorch
     */
    public long updates() {
        return updates;
    }

    /**
     * How many batches were refused because a value was not finite.
     *
     * @return the count
     */
    public long rejected() {
        return rejected;
    }

    /**
     * Whether every batch so far was finite.
     *
     * @return false once a batch was refused
     */
    public boolean isHealthy() {
        return rejected == 0;
    }
}
