package org.normlab.variants;

import org.normlab.core.Affine.Scope;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

class LayerNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        String example = setting.shape().layout().substring(1);
        return new LayerNorm(new Extent.Example(), setting.affine(Scope.ELEMENT, example), setting.epsilon());
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place.at('N');
    }
}
