package org.normlab.variants.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Normalizer;
import org.normlab.variants.Options;

/** The variants of this package, for the catalogue. */
public final class RecurrentVariants {
    private RecurrentVariants() {}

    /**
     * How each is made.
     *
     * @return factories by id, in the order of the catalogue
     */
    public static Map<String, Function<Options, Normalizer>> factories() {
        Map<String, Function<Options, Normalizer>> factories = new LinkedHashMap<>();
        factories.put("power", PowerNorm::create);
        factories.put("online", OnlineNorm::create);
        factories.put("recurrent-batch", RecurrentBatchNorm::create);
        factories.put("layer-lstm", LayerLstmNorm::create);
        return factories;
    }
}
