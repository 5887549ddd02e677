package org.normlab.core.kernel;

/**
 * Sums over the elements that share a parameter: Σ dy·x̂ for the weight and Σ dy for the bias.
 *
 * <p>A few runs of elements are added up plainly, and then to the rest with what the rounding leaves out, so that many of them cost no
 * digits.
 */
public final class ParameterSums {
    /** Σ dy·x̂, one a channel: 0 before a pass, complete after {@link #close}. */
    public final double[] weight;
    /** Σ dy, one a channel: 0 before a pass, complete after {@link #close}. */
    public final double[] bias;

    private final Sums weightRuns;
    private final Sums biasRuns;
    private int runs;
    /** Whether runs have been added up with care, so that rests may be left. */
    private boolean rounded;

    /**
     * Sums of zero.
     *
     * @param channels one of each sum a channel
     */
    public ParameterSums(int channels) {
        weight = new double[channels];
        bias = new double[channels];
        weightRuns = new Sums(channels);
        biasRuns = new Sums(channels);
    }

    private ParameterSums(ParameterSums shared) {
        weight = shared.weight;
        bias = shared.bias;
        weightRuns = shared.weightRuns;
        biasRuns = shared.biasRuns;
    }

    /** The same sums, for one of several threads that add to different ones of them. */
    ParameterSums open() {
        return new ParameterSums(this);
    }

    /** Adds one term to each sum of a channel. */
    void add(int channel, double weightTerm, double biasTerm) {
        weight[channel] += weightTerm;
        bias[channel] += biasTerm;
    }

    /** Adds one term to each sum of some neighbouring channels. */
    void add(int first, double[] weightTerms, double[] biasTerms, int count) {
        for (int i = 0; i < count; i++) {
            weight[first + i] += weightTerms[i];
        }
        for (int i = 0; i < count; i++) {
            bias[first + i] += biasTerms[i];
        }
    }

    /** Counts a run of elements, and adds up the sums of these channels after so many. */
    void endRun(int longest, int from, int to) {
        if (++runs >= longest) {
            drain(from, to);
        }
    }

    private void drain(int from, int to) {
        weightRuns.take(weight, from, to);
        biasRuns.take(bias, from, to);
        runs = 0;
        rounded = true;
    }

    /** Completes these sums by what all parts of a pass, in the order of the tensor, have counted, which leaves other parts empty. */
    void close(ParameterSums[] parts) {
        if (!areFirstTerms(parts)) {
            for (ParameterSums part : parts) {
                part.drain(0, weight.length);
                if (part.weight != weight) {
                    weightRuns.take(part.weightRuns);
                    biasRuns.take(part.biasRuns);
                }
            }
            weightRuns.moveTo(weight);
            biasRuns.moveTo(bias);
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
}
