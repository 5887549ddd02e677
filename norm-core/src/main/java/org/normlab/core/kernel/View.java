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
}
