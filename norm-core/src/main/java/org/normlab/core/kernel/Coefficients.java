package org.normlab.core.kernel;

import java.util.Arrays;

/**
 * What a kernel applies to the lines of a block, and the sums that it takes over them: a struct that is filled again and again, so
 * that no pass allocates it.
 */
final class Coefficients {
    /** Leading part of the centre, and the rest of it. */
    double[] hi = {};

    double[] lo = {};
    /** What multiplies the centred x forward and dy backward. */
    double[] factor = {};

    double[] summand = {};
    /** What multiplies the centred x backward. */
    double[] bend = {};
    /** The weight of a line, and the entry that it is. */
    double[] weight = {};

    int[] channel = {};
    /** Two sums a line. */
    double[] first = {};

    double[] second = {};

    /** Logical lanes of two sums along a line. */
    final double[] firstLanes = new double[ScalarRowKernel.LANES + ScalarRowKernel.CHUNK];

    final double[] secondLanes = new double[ScalarRowKernel.LANES + ScalarRowKernel.CHUNK];

    /** The parameters themselves, for kernels with a weight an element; the block starts at entry {@link #at}. */
    double[] weights = {};

    double[] biases = {};
    int at;
    /** Where kernels with a weight an element add up its gradient. */
    ParameterSums sums = new ParameterSums(0);

    /** Makes room for so many lines. */
    void reserve(int lines) {
        if (hi.length < lines) {
            hi = new double[lines];
            lo = new double[lines];
            factor = new double[lines];
            summand = new double[lines];
            bend = new double[lines];
            weight = new double[lines];
            channel = new int[lines];
            first = new double[lines];
            second = new double[lines];
        }
    }

    /** Points at the parameters of a block with a weight an element. */
    void point(Parameters p, int start) {
        weights = p.weight();
        biases = p.bias();
        at = p.index(start);
    }

    /** Finds the entry of each line of a block, its weight and its bias; lines are so many elements apart. */
    void weigh(Parameters p, int start, int lines, int apart) {
        int entry = p.index(start);
        int each = Math.max(1, p.inner() / apart);
        int left = each - start % p.inner() / apart;
        for (int i = 0; i < lines; i++, left--) {
            if (left == 0) {
                left = each;
                entry = entry + 1 == p.channels() ? 0 : entry + 1;
            }
            channel[i] = entry;
            weight[i] = p.weight()[entry];
            summand[i] = p.bias()[entry];
        }
    }

    /** Multiplies the factors by the weights. */
    void scaleByWeights(int lines) {
        for (int i = 0; i < lines; i++) {
            factor[i] *= weight[i];
        }
    }

    /** Adds to the gradients of an entry, and returns dy times its weight. */
    double addParameters(double normalized, double dy, int entry) {
        sums.weightBlock[entry] = Math.fma(normalized, dy, sums.weightBlock[entry]);
        sums.biasBlock[entry] += dy;
        return dy * weights[entry];
    }

    /** Gives each of a statistic's neighbouring lines its value. */
    static void spread(double[] values, int from, double[] lines, int count, int each) {
        if (each == 1) {
            System.arraycopy(values, from, lines, 0, count);
            return;
        }
        for (int i = 0; i < count; i += each) {
            Arrays.fill(lines, i, i + each, values[from + i / each]);
        }
    }
}
