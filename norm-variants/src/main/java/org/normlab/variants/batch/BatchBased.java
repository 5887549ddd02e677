package org.normlab.variants.batch;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tracked;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Options;

/** What a variant shares with the batch normalization that it departs from. */
interface BatchBased extends Tracked {

    BatchNorm base();

    /** The batch normalization that options describe. */
    static BatchNorm base(Options o, double eps, RunningRule rule) {
        return new BatchNorm(o.channels(), o.channelAffine(), o.epsilon(eps), o.rule(rule), o.single());
    }

    /** The same without weight and bias. */
    static BatchNorm bare(BatchNorm base) {
        return new BatchNorm(base.channels(), Affine.none(), base.epsilon(), base.rule(), base.single());
    }

    @Override
    default Axes reductionAxes(Shape view) {
        return base().reductionAxes(view);
    }

    @Override
    default Affine affine() {
        return base().affine();
    }

    @Override
    default Epsilon epsilon() {
        return base().epsilon();
    }

    @Override
    default int fewest() {
        return base().fewest();
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
