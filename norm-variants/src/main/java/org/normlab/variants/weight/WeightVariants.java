package org.normlab.variants.weight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Normalizer;
import org.normlab.variants.Options;

/** The variants of this package, for the catalogue. */
public final class WeightVariants {
    private WeightVariants() {}

    /**
     * How each is made.
     *
     * @return factories by id, in the order of the catalogue
     */
    public static Map<String, Function<Options, Normalizer>> factories() {
        Map<String, Function<Options, Normalizer>> factories = new LinkedHashMap<>();
        factories.put("weight", WeightNorm::create);
        factories.put("weight-standardized", WeightStandardization::create);
        factories.put("scaled-weight-standardized", ScaledWeightStandardization::create);
        factories.put("spectral", SpectralNorm::create);
        return factories;
    }
}
