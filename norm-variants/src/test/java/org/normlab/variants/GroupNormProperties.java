package org.normlab.variants;

import java.util.List;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class GroupNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new GroupNorm(setting.channels(), setting.groups(), setting.affine(), setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return List.of(place.at('N'), place.at('C') / (setting.channels() / setting.groups()));
    }
}
