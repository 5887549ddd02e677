package org.normlab.variants.transfer;

import java.util.Arrays;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.RunningMoments;

/**
 * A map that is linear in the channels of each position: y_o = Σ_k rows[o·K + k]·x_(⌊o/K⌋·K + k) + shifts[o].
 *
 * @param size K, the channels of a group that are mixed; 1 for a map of each channel alone
 * @param rows K factors an output channel
 * @param shifts one an output channel
 */
public record ChannelMap(int size, double[] rows, double[] shifts) {

    /**
     * A map of each channel alone.
     *
     * @param factors one a channel
     * @param shifts one a channel
     * @return the map
     */
    public static ChannelMap diagonal(double[] factors, double[] shifts) {
        return new ChannelMap(1, factors, shifts);
    }

    /**
     * The normalization by given statistics, y = (x − mean)/√(variance + ε)·weight + bias.
     *
     * @param running mean and variance of each channel
     * @param affine weight and bias of each channel
     * @param epsilon added to the variances
     * @return a map of each channel alone
     */
    public static ChannelMap of(RunningMoments running, Affine affine, Epsilon epsilon) {
        double[] factors = new double[running.channels()];
        double[] shifts = new double[running.channels()];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = affine.factor(c) * epsilon.scale(running.variance(c));
            shifts[c] = affine.summand(c) - running.mean(c) * factors[c];
        }
        return diagonal(factors, shifts);
    }

    /**
     * The map that changes nothing.
     *
     * @param channels how many
     * @return factors of 1 and shifts of 0
     */
    public static ChannelMap identity(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return diagonal(ones, new double[channels]);
    }

    /**
     * The number of channels.
     *
     * @return how many
     */
    public int channels() {
        return shifts.length;
    }
}
