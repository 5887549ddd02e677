package org.normlab.core;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.NormException.Kind;

/**
 * Running mean and variance of each channel, for use at evaluation: a value that {@link #update} replaces.
 *
 * <p>A batch with a value that is not finite is refused as a whole and counted. A channel of which the batch has fewer than two
 * values stays as it is and does not count it as an update; if that is every channel, nor does the whole.
 */
public final class RunningMoments {
    private static final String SUBJECT = "RunningMoments";

    private final RunningRule rule;
    private final double[] means;
    private final double[] variances;
    /** How many batches have moved each channel. */
    private final long[] seen;

    private long updates;
    private long rejected;

    private RunningMoments(RunningRule rule, int channels) {
        this.rule = rule;
        this.means = new double[channels];
        this.variances = new double[channels];
        this.seen = new long[channels];
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
        Arrays.fill(start.variances, 1);
        return start;
    }

    /**
     * Stored statistics, as from a checkpoint. A rule that counts batches lets the first one replace them if they have seen none.
     *
     * @param rule how they will go on
     * @param means one a channel; copied
     * @param variances one a channel, as {@link #variance} reads them; copied
     * @param updates how many batches each channel has seen
     * @return the state
     * @throws NormException SHAPE if the lengths differ; STATE if a mean is not finite, a variance is not finite or negative, or the
     *     number of batches is negative
     */
    public static RunningMoments of(RunningRule rule, double[] means, double[] variances, long updates) {
        if (means.length != variances.length) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "running_var", variances.length + " values")
                    .because("does not match " + means.length + " means", "store one of each a channel");
        }
        if (updates < 0) {
            throw NormException.about(Kind.STATE, SUBJECT, "num_batches_tracked", updates)
                    .because("is negative", "give the number of batches so far, or 0");
        }
        RunningMoments state = start(means.length, rule);
        for (int c = 0; c < means.length; c++) {
            check("running_mean", c, means[c], Double.NEGATIVE_INFINITY);
            check("running_var", c, variances[c], 0);
            state.means[c] = means[c];
            state.variances[c] = variances[c];
        }
        Arrays.fill(state.seen, updates);
        state.updates = updates;
        return state;
    }

    /**
     * The same statistics where channels have not all seen the same batches.
     *
     * @param batches how many each channel has seen; copied
     * @return the state
     * @throws NormException SHAPE if there is not one number a channel; STATE if one is negative or more than {@link #updates}
     */
    public RunningMoments seen(long... batches) {
        if (batches.length != channels()) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "batches", batches.length + " values")
                    .because("does not match " + channels() + " channels", "give one number a channel");
        }
        RunningMoments state = range(0, channels());
        for (int c = 0; c < channels(); c++) {
            if (batches[c] < 0 || batches[c] > updates) {
                throw NormException.about(Kind.STATE, SUBJECT, "batches[" + c + "]", batches[c])
                        .because("is not within 0 and " + updates, "give the batches that the channel has seen");
            }
            state.seen[c] = batches[c];
        }
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
            double weight = moves ? rule.weight(seen[c] + 1) : 0;
            target.means[c] = moves ? (1 - weight) * means[c] + weight * batch.mean(c) : means[c];
            target.variances[c] = moves
                    ? spread.variance(
                            (1 - weight) * spread.of(variances[c]) + weight * spread.of(rule.variance(batch, c)))
                    : variances[c];
            target.seen[c] = seen[c] + (moves ? 1 : 0);
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
        System.arraycopy(seen, from, range.seen, 0, size);
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
        return means[channel];
    }

    /**
     * The running variance, biased or not as the rule says.
     *
     * @param channel the channel
     * @return the variance; 1 before any update
     */
    public double variance(int channel) {
        return variances[channel];
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
     * How many batches have moved the statistics of a channel.
     *
     * @param channel the channel
     * @return at most {@link #updates}: less if some had too few values of the channel
     */
    public long updates(int channel) {
        return seen[channel];
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
