package org.normlab.variants.recurrent;

import java.util.Arrays;
import java.util.Map;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;

/** Keeps what is not finite out of a state: one bad batch or gradient would stay in its averages for good. */
final class Finite {
    private Finite() {}

    /** The next values of a state; none of them if one is not finite in the type that it is stored in. */
    static Map<String, double[]> orNothing(Stateful norm, Map<String, double[]> next) {
        boolean healthy =
                next.entrySet().stream().allMatch(values -> fits(values.getValue(), norm.state(values.getKey())));
        return healthy ? next : Map.of();
    }

    private static boolean fits(double[] values, Tensor target) {
        boolean narrow = target.isFloat32();
        return Arrays.stream(values).allMatch(value -> Double.isFinite(narrow ? (float) value : value));
    }
}
