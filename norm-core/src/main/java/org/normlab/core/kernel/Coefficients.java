package org.normlab.core.kernel;

/**
 * What one pass applies to a run of elements, as scalars (rows) or arrays (columns): a struct that the hot loops fill again
 * and again, so that they allocate nothing.
 */
final class Coefficients {
    /** Centre minus the shift that the tile was loaded with. */
    double mean;
    /** r. */
    double scale;

    double weight = 1;
    double bias;
    /** The mean of q = weight·dy over the statistic. */
    double meanQ;
    /** What multiplies the centred x in the backward. */
    double slope;

    /** The parameters themselves, not modified; a run starts at entry {@link #at}. */
    double[] weights = {};

    double[] biases = {};
    int at;

    double[] shifts = {};
    double[] means = {};
    double[] scales = {};
    double[] columnWeights = {};
    double[] columnBiases = {};
    double[] meanQs = {};
    double[] slopes = {};

    /** Makes the arrays of one column tile long enough. */
    void columns(int width) {
        if (shifts.length < width) {
            shifts = new double[width];
            means = new double[width];
            scales = new double[width];
            columnWeights = new double[width];
            columnBiases = new double[width];
            meanQs = new double[width];
            slopes = new double[width];
        }
    }
}
