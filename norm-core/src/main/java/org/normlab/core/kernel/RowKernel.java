package org.normlab.core.kernel;

/**
 * The arithmetic of normalization along runs of doubles that stay in cache.
 *
 * <p>Elements are widened exactly on loading, every intermediate is a double, and the one rounding to the element type is the
 * store. No operation is fused. Sums add element j to logical lane {@code j mod} {@value #LANES}, each lane in order, and then fold
 * the lanes in halves. So every implementation gives the same bits.
 */
interface RowKernel {
    /** Logical lanes of a sum: four accumulators of the widest hardware vector, whatever the hardware. */
    int LANES = 32;

    /** tile = x − shift. */
    void load(View x, int from, double shift, Tile tile);

    /** Σ t. */
    double sum(Tile t);

    /** Σ (t − mean)². */
    double squares(Tile t, double mean);

    /** Σ (t − mean)·q. */
    double dot(Tile t, double mean, Tile q);

    /** y = (t − mean)·scale·weight + bias with one weight and bias. */
    void apply(Tile t, Coefficients c, View y, int to);

    /** y = (t − mean)·scale·weight + bias with a weight and bias an element. */
    void applyEach(Tile t, Coefficients c, View y, int to);

    /** q = q·weights, an element each. */
    void weigh(Tile q, Coefficients c);

    /** weightSums += (t − mean)·scale·dy and biasSums += dy, an element each from index at. */
    void accumulate(Tile t, Coefficients c, Tile dy, ParameterSums sums);

    /** dx = (weight·q − meanQ − (t − mean)·slope)·scale. */
    void pullback(Tile t, Tile q, Coefficients c, View dx, int to);
}
