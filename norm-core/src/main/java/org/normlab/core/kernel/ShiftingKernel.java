package org.normlab.core.kernel;

/**
 * A kernel that leaves blocks whose lines all have the centre 0 to a copy that takes no centre off.
 *
 * @param shifted for all blocks
 * @param unshifted the copy
 */
record ShiftingKernel(Kernel shifted, Kernel unshifted) implements ChosenKernel {
    @Override
    public Kernel choice(View x, Coefficients c) {
        return c.shifted ? shifted : unshifted;
    }
}
