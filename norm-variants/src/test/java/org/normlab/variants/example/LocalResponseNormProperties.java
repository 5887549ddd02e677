package org.normlab.variants.example;

import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class LocalResponseNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        int window = 2 * setting.channels() - 1; // reaches every channel from every channel
        return new LocalResponseNorm(window, 0.3, 0.75, 1, LocalResponseNorm.Window.TORCH);
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.position();
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.OWN_FORMULA, Departure.NO_CENTRING);
    }
}
