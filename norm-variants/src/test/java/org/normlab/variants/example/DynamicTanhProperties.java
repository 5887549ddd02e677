package org.normlab.variants.example;

import java.util.Set;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class DynamicTanhProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new DynamicTanh(setting.affine(), setting.precision().tensor(Shape.of("C", 1), 0.4));
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place;
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.OWN_FORMULA, Departure.NO_STATISTIC);
    }
}
