package org.normlab.variants.example;

import java.util.List;
import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class MeanVarianceNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new MeanVarianceNorm(List.of(), setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.at('C');
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.MIXES_EXAMPLES);
    }
}
