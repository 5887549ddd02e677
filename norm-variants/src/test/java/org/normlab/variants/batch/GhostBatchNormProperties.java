package org.normlab.variants.batch;

import java.util.List;
import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Single;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class GhostBatchNormProperties implements NormalizerContract {
    private static final int SIZE = 3;

    @Override
    public Normalizer subject(Setting setting) {
        BatchNorm base =
                new BatchNorm(setting.channels(), setting.affine(), setting.epsilon(), RunningRule.TORCH, Single.ERROR);
        return new GhostBatchNorm(base, SIZE, GhostBatchNorm.Update.POOLED);
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        int last = Math.max(1, setting.shape().examples() / SIZE) - 1;
        return List.of(Math.min(place.at('N') / SIZE, last), place.at('C'));
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.MIXES_EXAMPLES, Departure.REFUSES_SINGLE, Departure.ORDERED_EXAMPLES);
    }
}
