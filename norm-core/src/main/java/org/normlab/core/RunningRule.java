package org.normlab.core;

import java.util.List;
import org.normlab.core.NormException.Kind;

/**
 * How running statistics follow the statistics of batches: the one place that knows what "momentum" means and which variance
 * is stored.
 *
 * <p>Frameworks use one word for two opposite weights; here a rule is named after who uses it, and its weight is the weight of
 * the <em>new</em> value.
 *
 * @param name what reports call it
 * @param average how values are averaged over batches
 * @param weightOfNewBatch from 0 to 1; not used by {@link Average#EQUAL}
 * @param divisor which variance is stored
 */
public record RunningRule(String name, Average average, double weightOfNewBatch, Divisor divisor) {
    /** PyTorch: s ← 0.9·s + 0.1·new, with the unbiased variance. */
    public static final RunningRule TORCH = new RunningRule("TORCH", Average.EXPONENTIAL, 0.1, Divisor.UNBIASED);
    /** ONNX BatchNormalization: s ← 0.9·s + 0.1·new, with the biased variance. */
    public static final RunningRule ONNX = new RunningRule("ONNX", Average.EXPONENTIAL, 1 - 0.9, Divisor.BIASED);
    /** Keras: s ← 0.99·s + 0.01·new, with the biased variance. */
    public static final RunningRule KERAS = new RunningRule("KERAS", Average.EXPONENTIAL, 1 - 0.99, Divisor.BIASED);
    /** PyTorch with momentum=None: every batch weighs the same, with the unbiased variance. */
    public static final RunningRule CUMULATIVE = new RunningRule("CUMULATIVE", Average.EQUAL, 0, Divisor.UNBIASED);
    /** Haiku: exponential over the batches alone, whatever the start was, with the biased variance. */
    public static final RunningRule DEBIASED = new RunningRule("DEBIASED", Average.DEBIASED, 1 - 0.99, Divisor.BIASED);

    /**
     * The rules by the names of their users.
     *
     * @return all of them
     */
    public static List<RunningRule> all() {
        return List.of(TORCH, ONNX, KERAS, CUMULATIVE, DEBIASED);
    }

    /** How values are averaged over batches. */
    public enum Average {
        /** s ← (1 − w)·s + w·new. */
        EXPONENTIAL,
        /** s ← s + (new − s)/t at update t. */
        EQUAL,
        /** s ← s + (new − s)·w/(1 − (1 − w)^t) at update t, which is h/(1 − (1 − w)^t) of h ← (1 − w)·h + w·new from 0. */
        DEBIASED
    }

    /** Which variance is stored. */
    public enum Divisor {
        /** M2/m. */
        BIASED,
        /** M2/(m − 1). */
        UNBIASED
    }

    /**
     * Checks the weight.
     *
     * @param name what reports call it
     * @param average how values are averaged over batches
     * @param weightOfNewBatch from 0 to 1; not used by {@link Average#EQUAL}
     * @param divisor which variance is stored
     * @throws NormException OPTION if it is not within 0 and 1
     */
    public RunningRule {
        if (!(weightOfNewBatch >= 0 && weightOfNewBatch <= 1)) {
            throw NormException.about(Kind.OPTION, "RunningRule", "weight-of-new-batch", weightOfNewBatch)
                    .because(
                            "is not within 0 and 1",
                            "PyTorch's momentum 0.1 is 0.1 here; Keras' momentum 0.99 is 0.01");
        }
    }

    /**
     * The same rule with another weight.
     *
     * @param weight weight of the new batch, from 0 to 1
     * @return the rule
     */
    public RunningRule weightOfNewBatch(double weight) {
        return new RunningRule(name, average, weight, divisor);
    }

    /**
     * The same rule storing the biased variance.
     *
     * @return the rule
     */
    public RunningRule biased() {
        return new RunningRule(name, average, weightOfNewBatch, Divisor.BIASED);
    }

    /**
     * The same rule storing the unbiased variance.
     *
     * @return the rule
     */
    public RunningRule unbiased() {
        return new RunningRule(name, average, weightOfNewBatch, Divisor.UNBIASED);
    }

    /** The weight of the new value at update t, from 1. */
    double weight(long t) {
        return switch (average) {
            case EXPONENTIAL -> weightOfNewBatch;
            case EQUAL -> 1.0 / t;
            case DEBIASED -> debiased(t);
        };
    }

    /** Exactly 1 at first, so that nothing is left of the start; all alike where batches do not fade. */
    private double debiased(long t) {
        if (t == 1 || weightOfNewBatch == 0) {
            return 1.0 / t;
        }
        return weightOfNewBatch / -StrictMath.expm1(t * StrictMath.log1p(-weightOfNewBatch));
    }

    /** The variance of a batch that is fed in. */
    double variance(Moments batch, int statistic) {
        return divisor == Divisor.BIASED ? batch.variance(statistic) : batch.unbiasedVariance(statistic);
    }
}
