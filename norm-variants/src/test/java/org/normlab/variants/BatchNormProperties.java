package org.normlab.variants;

import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;
import org.normlab.variants.contract.TrackedContract;

class BatchNormProperties implements TrackedContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new BatchNorm(setting.channels(), setting.affine(), setting.epsilon(), RunningRule.TORCH, Single.ERROR);
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.at('C');
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.MIXES_EXAMPLES, Departure.REFUSES_SINGLE);
    }
}
