package org.normlab.variants;

import java.util.Arrays;
import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.variants.transfer.ChannelMap;
import org.normlab.variants.transfer.Foldable;

/**
 * Frozen batch normalization: mean and variance per channel are given. Departs from BatchNorm in that no statistic is computed.
 *
 * <p>y = (x − mean)/√(variance + ε)·weight + bias. The statistics carry no gradient: dx = dy·weight·r.
 *
 * @param running the given statistics
 * @param affine weight and bias
 * @param epsilon added to the given variance
 */
public record FrozenNorm(RunningMoments running, Affine affine, Epsilon epsilon) implements Normalizer, Foldable {

    /**
     * The identity: mean 0 and variance 1 − ε, so that r is exactly 1, as in detectron2.
     *
     * @param channels size of axis C
     * @return the normalizer
     */
    public static FrozenNorm identity(int channels) {
        double[] variances = new double[channels];
        Arrays.fill(variances, 1 - 1e-5);
        RunningMoments given = RunningMoments.of(RunningRule.TORCH, new double[channels], variances, 0);
        return new FrozenNorm(given, Affine.identity(Affine.Scope.CHANNEL, channels), Epsilon.inside(1e-5));
    }

    static FrozenNorm create(Options o) {
        RunningMoments start = RunningMoments.start(o.channels(), RunningRule.TORCH);
        return new FrozenNorm(start, o.channelAffine(), o.epsilon(1e-5));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Channels.require("FrozenNorm", shape, running.channels()).allBut("C");
    }

    @Override
    public Optional<RunningMoments> given() {
        return Optional.of(running);
    }

    @Override
    public ChannelMap channelMap() {
        return ChannelMap.of(running, affine, epsilon);
    }
}
