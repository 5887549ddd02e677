package org.normlab.variants.example;

import java.util.Set;
import org.normlab.core.Affine;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class GlobalResponseNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        Setting both = setting.learned(Setting.Learned.BOTH);
        Affine affine = both.affine();
        return new GlobalResponseNorm(
                affine.weight().orElseThrow(), affine.bias().orElseThrow(), setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.at('N');
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.OWN_FORMULA, Departure.NO_CENTRING);
    }
}
