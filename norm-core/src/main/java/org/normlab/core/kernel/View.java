package org.normlab.core.kernel;

/**
 * Where a tensor starts in its array.
 *
 * @param data the array; not copied
 * @param offset the first element
 */
public record View(Flat data, int offset) {

    /** Whether the elements are as wide as the arithmetic. */
    boolean isWide() {
        return data instanceof Flat.Doubles;
    }

    /** Whether elements with the same number have the same place in both arrays, so that kernels find them with one index. */
    boolean isBeside(View other) {
        return other.offset == offset;
    }
}
