package org.normlab.variants;

import java.util.Set;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class RmsNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        int rank = setting.shape().rank();
        String last = setting.shape().layout().substring(rank - 1);
        return new RmsNorm(
                Extent.trailing(setting.shape().size(rank - 1)),
                setting.affine(Scope.ELEMENT, last),
                setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        int rank = setting.shape().rank();
        return place.element() / setting.shape().size(rank - 1);
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.NO_CENTRING, Departure.TRAILING_AXES);
    }
}
