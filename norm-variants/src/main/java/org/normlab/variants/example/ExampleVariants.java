package org.normlab.variants.example;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Normalizer;
import org.normlab.variants.Options;

/** The variants of this package, for the catalogue. */
public final class ExampleVariants {
    private ExampleVariants() {}

    /**
     * How each is made.
     *
     * @return factories by id, in the order of the catalogue
     */
    public static Map<String, Function<Options, Normalizer>> factories() {
        Map<String, Function<Options, Normalizer>> factories = new LinkedHashMap<>();
        factories.put("channel-layer", ChannelLayerNorm::create);
        return factories;
    }
}
