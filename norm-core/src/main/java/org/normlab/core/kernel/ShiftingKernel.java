package org.normlab.core.kernel;

/** A kernel that leaves blocks whose lines all have the centre 0 to a copy that takes no centre off. */
final class ShiftingKernel implements Kernel {
    private final Kernel shifted;
    private final Kernel unshifted;

    ShiftingKernel(Kernel shifted, Kernel unshifted) {
        this.shifted = shifted;
        this.unshifted = unshifted;
    }

    private Kernel suiting(Coefficients c) {
        return c.shifted ? shifted : unshifted;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        suiting(c).moments(x, b, c);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        suiting(c).apply(x, b, c, y);
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        suiting(c).products(x, dy, b, c);
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        suiting(c).pullback(x, dy, b, c, dx);
    }
}
