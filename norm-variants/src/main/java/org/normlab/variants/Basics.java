package org.normlab.variants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Normalizer;

/** The variants of this package, in the order of the catalogue. */
final class Basics {
    private Basics() {}

    static Map<String, Function<Options, Normalizer>> factories() {
        Map<String, Function<Options, Normalizer>> factories = new LinkedHashMap<>();
        factories.put("none", options -> new NoNorm());
        factories.put("batch", BatchNorm::create);
        factories.put("frozen", FrozenNorm::create);
        factories.put("layer", LayerNorm::create);
        factories.put("instance", InstanceNorm::create);
        factories.put("group", GroupNorm::create);
        factories.put("rms", RmsNorm::create);
        return factories;
    }
}
