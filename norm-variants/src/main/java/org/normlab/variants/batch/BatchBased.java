package org.normlab.variants.batch;

import org.normlab.core.Affine;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Tracked;
import org.normlab.core.formula.Derived;
import org.normlab.variants.BatchNorm;

/** What a variant shares with the batch normalization that it departs from. */
interface BatchBased extends Tracked, Derived {

    @Override
    BatchNorm base();

    /** The same without weight and bias. */
    static BatchNorm bare(BatchNorm base) {
        return new BatchNorm(base.channels(), Affine.none(), base.epsilon(), base.rule(), base.single());
    }

    /** 0 for a channel with a single value, which says nothing, so that the bias alone is left of it; else 1. */
    static double share(Moments moments, int channel) {
        return moments.count(channel) == 1 ? 0 : 1;
    }

    @Override
    default int channels() {
        return base().channels();
    }

    @Override
    default RunningRule rule() {
        return base().rule();
    }

    @Override
    default Normalizer frozen(RunningMoments running) {
        return base().frozen(running);
    }
}
