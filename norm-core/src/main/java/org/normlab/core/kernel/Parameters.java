package org.normlab.core.kernel;

import java.util.Arrays;

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

    /** Where the piece that starts at element i ends: one entry for all, or consecutive entries. */
    int pieceEnd(int i, int limit) {
        if (channels() == 1) {
            return limit;
        }
        int length = inner == 1 ? channels() - i % channels() : inner - i % inner;
        return length < limit - i ? i + length : limit;
    }

    /** Writes the entries of a row of a column tile that starts at an element. */
    void fill(int element, int width, Coefficients c) {
        int end = element + width;
        for (int from = element, to; from < end; from = to) {
            to = pieceEnd(from, end);
            int at = from - element;
            if (elementwise()) {
                System.arraycopy(weight, index(from), c.columnWeights, at, to - from);
                System.arraycopy(bias, index(from), c.columnBiases, at, to - from);
            } else {
                Arrays.fill(c.columnWeights, at, to - element, weight[index(from)]);
                Arrays.fill(c.columnBiases, at, to - element, bias[index(from)]);
            }
        }
    }
}
