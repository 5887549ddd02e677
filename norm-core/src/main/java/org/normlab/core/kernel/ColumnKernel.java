package org.normlab.core.kernel;

/**
 * The arithmetic of normalization down the columns of tiles of doubles that stay in cache, with a coefficient a column.
 *
 * <p>As in {@link RowKernel} every intermediate is a double, nothing is fused, and the one rounding is the store. A sum adds
 * {@value #RUN} rows in order, and then such runs in order. So every implementation gives the same bits.
 */
interface ColumnKernel {
    /** Rows that are added before their sum is: it halves the rounding error of a full tile. */
    int RUN = 8;

    /** tile = x − shifts; the tile is one row. */
    void load(View x, int from, double[] shifts, Tile tile);

    /** sums = Σ t; overwritten. */
    void sums(Tile t, double[] sums);

    /** sums = Σ (t − means)²; overwritten. */
    void squares(Tile t, double[] means, double[] sums);

    /** sums = Σ (t − means)·q; overwritten. */
    void dots(Tile t, double[] means, Tile q, double[] sums);

    /** y = (t − means)·scales·weights + biases; the tile is one row. */
    void apply(Tile t, Coefficients c, View y, int to);

    /** dx = (weights·q − meanQs − (t − means)·slopes)·scales; the tiles are one row. */
    void pullback(Tile t, Tile q, Coefficients c, View dx, int to);
}
