package org.normlab.variants.example;

import org.normlab.core.Normalizer;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class PositionalNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new PositionalNorm(setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.position();
    }
}
