package org.normlab.variants.example;

import java.util.Set;
import org.normlab.core.Affine;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class ScaleNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        double[] weight = {1.5};
        Affine affine = Affine.none()
                .scope(Affine.Scope.GROUP)
                .weight(setting.precision().tensor(Shape.of("C", 1), weight));
        return new ScaleNorm(affine, setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        int rank = setting.shape().rank();
        return place.element() / setting.shape().size(rank - 1);
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.OWN_FORMULA, Departure.NO_CENTRING, Departure.TRAILING_AXES);
    }
}
