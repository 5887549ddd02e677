package org.normlab.core.kernel;

/**
 * The arithmetic of normalization over the lines of a block: its rows or its columns.
 *
 * <p>Each line has coefficients of its own in {@link Coefficients}. Elements are widened exactly on loading, every intermediate is a
 * double, the products of sums are fused with their addition, and the one rounding to the element type is the store. The order of each
 * sum is fixed, so that every implementation gives the same bits.
 */
interface Kernel {
    /** Adds Σ (x − hi) to first and Σ (x − hi)² to second, one a line. */
    void moments(View x, Block b, Coefficients c);

    /** y = (x − hi)·factor + summand, fused; y may be x itself. */
    void apply(View x, Block b, Coefficients c, View y);

    /** Adds Σ dy to first and Σ (x − hi)·dy to second, one a line. */
    void products(View x, View dy, Block b, Coefficients c);

    /** dx = dy·factor + ((x − hi)·bend + summand), the inner sum fused; dx may be dy itself. */
    void pullback(View x, View dy, Block b, Coefficients c, View dx);
}
