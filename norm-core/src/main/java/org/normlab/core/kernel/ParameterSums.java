package org.normlab.core.kernel;

/**
 * Sums over the elements that share a parameter: Σ dy·x̂ for the weight and Σ dy for the bias.
 *
 * <p>Runs of blocks are kept apart before they are added, which keeps the rounding error of a million summands near that of a
 * few hundred.
 */
public final class ParameterSums {
    private static final int BLOCK = 256;

    /** Σ dy·x̂, one a channel, complete after {@link #flush}. */
    public final double[] weight;
    /** Σ dy, one a channel, complete after {@link #flush}. */
    public final double[] bias;

    final double[] weightBlock;
    final double[] biasBlock;
    private final int longest;
    private int pending;

    /**
     * Sums of zero.
     *
     * @param channels one of each sum a channel
     */
    public ParameterSums(int channels) {
        weight = new double[channels];
        bias = new double[channels];
        weightBlock = new double[channels];
        biasBlock = new double[channels];
        longest = BLOCK;
    }

    private ParameterSums(ParameterSums shared) {
        weight = shared.weight;
        bias = shared.bias;
        weightBlock = shared.weightBlock;
        biasBlock = shared.biasBlock;
        longest = Integer.MAX_VALUE;
    }

    /** The same sums, for one of several threads that add to different ones of them: their block does not end before {@link #flush}. */
    ParameterSums open() {
        return new ParameterSums(this);
    }

    /** Adds one term to each sum of a channel. */
    void add(int channel, double weightTerm, double biasTerm) {
        weightBlock[channel] += weightTerm;
        biasBlock[channel] += biasTerm;
    }

    /** Counts one run of elements, and ends the block after enough of them. */
    void endRun() {
        if (++pending >= longest) {
            flush();
        }
    }

    /** Adds the open block. */
    void flush() {
        drain(weightBlock, weight);
        drain(biasBlock, bias);
        pending = 0;
    }

    /** Adds the sums of a later part of the tensor. */
    void add(ParameterSums later) {
        drain(later.weight, weight);
        drain(later.bias, bias);
    }

    private static void drain(double[] from, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
            from[i] = 0;
        }
    }
}
