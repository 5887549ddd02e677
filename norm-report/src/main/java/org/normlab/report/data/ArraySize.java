package org.normlab.report.data;

import java.util.OptionalInt;

/** Sizes multiplied without overflow, before anything is allocated. */
final class ArraySize {
    static final int MAX_RANK = 32;

    private ArraySize() {}

    /** The bytes of an array, if the rank is at most 32, no size is negative and all fit into one Java array. */
    static OptionalInt bytes(int[] sizes, NdArray.Type type) {
        long product = type.bytes();
        boolean empty = false;
        for (int size : sizes) {
            if (size < 0) {
                return OptionalInt.empty();
            }
            empty |= size == 0;
            product = Math.min(product * Math.max(size, 1), 1L << 32);
        }
        boolean fits = sizes.length <= MAX_RANK && product <= Integer.MAX_VALUE - 8;
        return fits ? OptionalInt.of(empty ? 0 : (int) product) : OptionalInt.empty();
    }
}
