package org.normlab.variants.batch;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.Moments;
import org.normlab.core.RunningRule;
import org.normlab.core.Tensor;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Options;

/**
 * Synchronized batch normalization: statistics over the shards of several workers, merged exactly from counts, means and sums of squared
 * deviations. Departs from BatchNorm in that the batch lies in parts.
 *
 * <p>A single tensor is one shard. {@link #forward(List)} takes all shards; shards may be of any size, even empty.
 *
 * @param base weight, bias, ε and rule
 * @param weighting what a shard weighs
 */
public record SyncBatchNorm(BatchNorm base, Weighting weighting) implements BatchBased {

    /** What a shard weighs in the statistics. */
    public enum Weighting {
        /** Its number of elements: the statistics of the joint batch. */
        EXACT {
            @Override
            long weight(Tensor shard, long count) {
                return count;
            }
        },
        /** All shards alike, as detectron2 by default; an empty shard counts nothing. */
        EQUAL {
            @Override
            long weight(Tensor shard, long count) {
                return Math.min(count, 1);
            }
        },
        /** Its number of examples. */
        EXAMPLES {
            @Override
            long weight(Tensor shard, long count) {
                return count == 0 ? 0 : shard.shape().examples();
            }
        };

        abstract long weight(Tensor shard, long count);
    }

    static SyncBatchNorm create(Options o) {
        return new SyncBatchNorm(
                BatchNorm.from(o, 1e-5, RunningRule.TORCH), o.choice("weighting", Weighting.class, Weighting.EXACT));
    }

    /**
     * Normalizes a batch that lies in shards.
     *
     * @param shards of the same axes and channels; not modified
     * @return the joint pass
     * @throws org.normlab.core.NormException TOO_FEW if all shards together have a single value a channel
     */
    public Shards forward(List<Tensor> shards) {
        Moments merged = Moments.empty(channels());
        for (Tensor shard : shards) {
            merged = merged.merge(weighed(shard, Moments.of(shard, reductionAxes(shard.shape()))));
        }
        return new Shards(this, List.copyOf(shards), merged);
    }

    private Moments weighed(Tensor shard, Moments moments) {
        if (weighting == Weighting.EXACT) {
            return moments;
        }
        long[] weights = new long[channels()];
        double[] means = new double[channels()];
        double[] variances = new double[channels()];
        Arrays.setAll(weights, c -> weighting.weight(shard, moments.count(c)));
        Arrays.setAll(means, moments::mean);
        Arrays.setAll(variances, moments::variance);
        return Moments.of(weights, means, variances);
    }
}
