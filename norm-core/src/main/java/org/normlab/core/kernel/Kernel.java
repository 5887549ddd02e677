package org.normlab.core.kernel;

/**
 * The arithmetic of normalization on tiles of doubles that stay in cache.
 *
 * <p>Elements are widened exactly on loading, every intermediate is a double, and the one rounding to the element type is
 * the store. No operation is fused. Sums over a run add element j to logical lane {@code j mod} {@value #LANES}, each lane
 * in order, and then fold the lanes in halves; sums down a column add row after row. So every implementation gives the same
 * bits.
 */
interface Kernel {
    /** Logical lanes of a sum along a run: four accumulators of the widest hardware vector, whatever the hardware. */
    int LANES = 32;

    /** tile = x − shift. */
    void load(View x, int from, double shift, Tile tile);

    /** tile = x − shifts, by column; the tile is one row. */
    void loadRow(View x, int from, double[] shifts, Tile tile);

    /** Σ t along the tile. */
    double sum(Tile t);

    /** Σ (t − mean)² along the tile. */
    double squares(Tile t, double mean);

    /** Σ (t − mean)·q along the tiles. */
    double dot(Tile t, double mean, Tile q);

    /** sums = Σ t down each column; overwritten. */
    void columnSums(Tile t, double[] sums);

    /** sums = Σ (t − means)² down each column; overwritten. */
    void columnSquares(Tile t, double[] means, double[] sums);

    /** sums = Σ (t − means)·q down each column; overwritten. */
    void columnDots(Tile t, double[] means, Tile q, double[] sums);

    /** y = (t − mean)·scale·weight + bias with one weight and bias for the tile. */
    void apply(Tile t, Coefficients c, View y, int to);

    /** y = (t − mean)·scale·weight + bias with a weight and bias an element. */
    void applyEach(Tile t, Coefficients c, View y, int to);

    /** y = (t − mean)·scale·weight + bias with everything by column; the tile is one row. */
    void applyRow(Tile t, Coefficients c, View y, int to);

    /** q = q·weights, an element each. */
    void weigh(Tile q, Coefficients c);

    /** weightSums += (t − mean)·scale·dy and biasSums += dy, an element each from index at. */
    void accumulate(Tile t, Coefficients c, Tile dy, ParameterSums sums);

    /** dx = (weight·q − meanQ − (t − mean)·slope)·scale with one value each for the tile. */
    void pullback(Tile t, Tile q, Coefficients c, View dx, int to);

    /** dx = (weight·q − meanQ − (t − mean)·slope)·scale with everything by column; the tiles are one row. */
    void pullbackRow(Tile t, Tile q, Coefficients c, View dx, int to);
}
