package org.normlab.variants;

import java.util.List;
import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class InstanceNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new InstanceNorm(setting.channels(), setting.affine(), setting.epsilon(), Single.ERROR);
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return List.of(place.at('N'), place.at('C'));
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.NEEDS_POSITIONS, Departure.REFUSES_SINGLE);
    }
}
