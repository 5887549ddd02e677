package org.normlab.core;

/** A normalizer that is trained with the statistics of its input and evaluated with running ones. */
public interface Tracked extends Normalizer {

    /**
     * The number of channels that running statistics are kept for.
     *
     * @return how many
     */
    int channels();

    /**
     * How running statistics follow the batches.
     *
     * @return the rule
     */
    RunningRule rule();

    /**
     * The normalizer at evaluation, with the same weight and bias.
     *
     * @param running statistics of each channel
     * @return a normalizer whose output depends on nothing but the element and its channel
     */
    Normalizer frozen(RunningMoments running);

    /**
     * The statistics of each channel that a batch contributes.
     *
     * @param batch a finished training pass
     * @return one statistic a channel
     */
    default Moments channelMoments(Normalized batch) {
        return batch.moments();
    }

    /**
     * The normalizer in training, for variants whose training looks at the running statistics.
     *
     * @param running what the batches so far have left; read anew by each pass, not modified
     * @return this unless the variant says otherwise
     */
    default Normalizer training(RunningMoments running) {
        return this;
    }

    /**
     * The running statistics after one more batch.
     *
     * @param running what the batches so far have left; not modified unless it is also the target
     * @param batch a finished training pass
     * @param target overwritten
     * @return the target
     */
    default RunningMoments track(RunningMoments running, Normalized batch, RunningMoments target) {
        return running.update(channelMoments(batch), target);
    }

    /**
     * Running statistics before any batch.
     *
     * @return mean 0, variance 1
     */
    default RunningMoments start() {
        return RunningMoments.start(channels(), rule());
    }
}
