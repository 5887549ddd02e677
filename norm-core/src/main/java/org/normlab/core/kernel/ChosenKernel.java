package org.normlab.core.kernel;

/** A kernel that leaves each block to one of several, all of which give the same bits. */
interface ChosenKernel extends Kernel {
    /** The kernel for a block of x whose lines have these coefficients. */
    Kernel choice(View x, Coefficients c);

    @Override
    default void moments(View x, Block b, Coefficients c) {
        choice(x, c).moments(x, b, c);
    }

    @Override
    default void apply(View x, Block b, Coefficients c, View y) {
        choice(x, c).apply(x, b, c, y);
    }

    @Override
    default void products(View x, View dy, Block b, Coefficients c) {
        choice(x, c).products(x, dy, b, c);
    }

    @Override
    default void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        choice(x, c).pullback(x, dy, b, c, dx);
    }
}
