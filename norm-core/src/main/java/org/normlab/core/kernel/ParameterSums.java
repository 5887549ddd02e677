package org.normlab.core.kernel;

/**
 * Sums over the elements that share a parameter: Σ dy·x̂ for the weight and Σ dy for the bias.
 *
 * <p>A few runs of elements are added up plainly, and then to the rest with what the rounding leaves out (Knuth 1969), so that many of
 * them cost no digits.
 */
public final class ParameterSums {
    /** Σ dy·x̂, one a channel, complete after {@link #close}. */
    public final double[] weight;
    /** Σ dy, one a channel, complete after {@link #close}. */
    public final double[] bias;

    final double[] weightBlock;
    final double[] biasBlock;
    private final double[] weightRests;
    private final double[] biasRests;
    private int runs;
    /** Whether the sums have more than one term, so that rests may be left. */
    private boolean rounded;

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
        weightRests = new double[channels];
        biasRests = new double[channels];
    }

    private ParameterSums(ParameterSums shared) {
        weight = shared.weight;
        bias = shared.bias;
        weightBlock = shared.weightBlock;
        biasBlock = shared.biasBlock;
        weightRests = shared.weightRests;
        biasRests = shared.biasRests;
    }

    /** The same sums, for one of several threads that add to different ones of them. */
    ParameterSums open() {
        return new ParameterSums(this);
    }

    /** Adds one term to each sum of a channel. */
    void add(int channel, double weightTerm, double biasTerm) {
        weightBlock[channel] += weightTerm;
        biasBlock[channel] += biasTerm;
    }

    /** Counts a run of elements, and adds up the sums of these channels after so many. */
    void endRun(int longest, int from, int to) {
        if (++runs >= longest) {
            drain(from, to);
        }
    }

    private void drain(int from, int to) {
        add(weightBlock, weight, weightRests, from, to);
        add(biasBlock, bias, biasRests, from, to);
        runs = 0;
        rounded = true;
    }

    /** Adds what has been counted, and all of some later parts of the tensor, which leaves these empty; the sums are 0 before a pass. */
    void close(ParameterSums[] parts) {
        if (areFirstTerms(parts)) {
            move(weightBlock, weight);
            move(biasBlock, bias);
        } else {
            for (ParameterSums part : parts) {
                close(part);
            }
            complete(weight, weightRests);
            complete(bias, biasRests);
        }
        for (ParameterSums part : parts) {
            part.runs = 0;
            part.rounded = false;
        }
    }

    /** Whether the parts are these sums themselves, and have nothing but what is still counted. */
    private boolean areFirstTerms(ParameterSums[] parts) {
        for (ParameterSums part : parts) {
            if (part.weight != weight || part.rounded) {
                return false;
            }
        }
        return true;
    }

    private void close(ParameterSums part) {
        part.drain(0, weight.length);
        if (part.weight != weight) {
            add(part.weight, weight, weightRests, 0, weight.length);
            add(part.weightRests, weight, weightRests, 0, weight.length);
            add(part.bias, bias, biasRests, 0, weight.length);
            add(part.biasRests, bias, biasRests, 0, weight.length);
        }
    }

    /** Adds terms to sums of 0, which rounds nothing off, and sets the terms to zero. */
    private static void move(double[] terms, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i];
            terms[i] = 0;
        }
    }

    /** Adds terms to sums, what that rounds off to the rests, and sets the terms to zero. */
    private static void add(double[] terms, double[] sums, double[] rests, int from, int to) {
        for (int i = from; i < to; i++) {
            double before = sums[i];
            double sum = before + terms[i];
            double added = sum - before;
            rests[i] += before - (sum - added) + (terms[i] - added);
            sums[i] = sum;
            terms[i] = 0;
        }
    }

    private static void complete(double[] sums, double[] rests) {
        for (int i = 0; i < sums.length; i++) {
            // what is not finite leaves no rest
            sums[i] = Double.isNaN(rests[i]) ? sums[i] : sums[i] + rests[i];
            rests[i] = 0;
        }
    }
}
