package org.normlab.report.data;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/** Checks orders that come from outside. */
final class Permutation {
    private Permutation() {}

    /** The same array if it holds each of 0 to count−1 once. */
    static int[] checked(int[] order, int count) {
        boolean[] seen = new boolean[count];
        if (order.length != count) {
            throw refuse("length " + order.length, count);
        }
        for (int each : order) {
            if (each < 0 || each >= count || seen[each]) {
                throw refuse("element " + each, count);
            }
            seen[each] = true;
        }
        return order;
    }

    private static NormException refuse(String value, int count) {
        return NormException.about(Kind.OPTION, "Dataset", "order", value)
                .because("does not belong to a permutation", "give each of 0 to " + (count - 1) + " once");
    }
}
