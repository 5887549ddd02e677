package org.normlab.variants.example;

import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class PixelNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new PixelNorm(setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.position();
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.NO_CENTRING);
    }
}
