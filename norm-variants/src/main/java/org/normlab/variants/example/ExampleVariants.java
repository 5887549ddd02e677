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
        factories.put("positional", PositionalNorm::create);
        factories.put("pixel", PixelNorm::create);
        factories.put("filter-response", FilterResponseNorm::create);
        factories.put("evonorm-s0", EvoNormS0::create);
        factories.put("global-response", GlobalResponseNorm::create);
        factories.put("mean-variance", MeanVarianceNorm::create);
        factories.put("adaptive", AdaptiveNorm::create);
        factories.put("virtual-batch", VirtualBatchNorm::create);
        factories.put("scale", ScaleNorm::create);
        factories.put("lp", LpNorm::create);
        factories.put("local-response", LocalResponseNorm::create);
        factories.put("dynamic-tanh", DynamicTanh::create);
        return factories;
    }
}
