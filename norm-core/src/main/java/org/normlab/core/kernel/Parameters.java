package org.normlab.core.kernel;

/**
 * Weight and bias of a normalizer, widened: element i of the tensor uses entry {@code (i / inner) mod channels}.
 *
 * @param weight the factors, one a channel
 * @param bias the summands, one a channel
 * @param inner how many neighbouring elements share an entry
 */
public record Parameters(double[] weight, double[] bias, int inner) {

    /**
     * The number of entries.
     *
     * @return how many
     */
    public int channels() {
        return weight.length;
    }

    /**
     * The entry of an element.
     *
     * @param i its place in memory order
     * @return from 0 to channels − 1
     */
    public int index(int i) {
        return i / inner % channels();
    }

    /** Whether neighbours have different entries. */
    boolean elementwise() {
        return inner == 1 && channels() > 1;
    }
}
