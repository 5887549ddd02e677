package org.normlab.variants.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Normalizer;
import org.normlab.variants.Options;

/** The variants of this package, for the catalogue. */
public final class BatchVariants {
    private BatchVariants() {}

    /**
     * How each is made.
     *
     * @return factories by id, in the order of the catalogue
     */
    public static Map<String, Function<Options, Normalizer>> factories() {
        Map<String, Function<Options, Normalizer>> factories = new LinkedHashMap<>();
        factories.put("ghost-batch", GhostBatchNorm::create);
        factories.put("batch-renorm", BatchRenorm::create);
        factories.put("sync-batch", SyncBatchNorm::create);
        factories.put("split-batch", SplitBatchNorm::create);
        factories.put("domain-batch", DomainBatchNorm::create);
        factories.put("estimated-batch", EstimatedBatchNorm::create);
        factories.put("batch-channel", BatchChannelNorm::create);
        factories.put("mean-only-batch", MeanOnlyBatchNorm::create);
        factories.put("variance-only-batch", VarianceOnlyBatchNorm::create);
        factories.put("switchable", SwitchableNorm::create);
        factories.put("batch-instance", BatchInstanceNorm::create);
        factories.put("whitened-batch", WhitenedBatchNorm::create);
        factories.put("evonorm-b0", EvoNormB0::create);
        return factories;
    }
}
