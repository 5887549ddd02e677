package org.normlab.variants.transfer;

import java.util.Arrays;

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
