package org.normlab.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The memory pattern of a reduction over a dense row-major tensor: kept, reduced, kept and reduced runs of axes.
 *
 * <p>Neighbouring axes of the same kind are merged; axes of size 1 belong to either kind and vanish. Element
 * (k0, r0, k1, r1) lies at {@code ((k0·R0 + r0)·K1 + k1)·R1 + r1}; its statistic has the number {@code k0·K1 + k1}.
 *
 * @param k0 size of the outer kept run
 * @param r0 size of the outer reduced run
 * @param k1 size of the inner kept run
 * @param r1 size of the inner reduced run
 */
public record Plan(int k0, int r0, int k1, int r1) {
    /** Elements of a statistic beside which a few more samples cost nothing. */
    private static final int LARGE = 1024;

    /**
     * The plan of a reduction.
     *
     * @param sizes one size an axis, outermost first; not modified
     * @param reduced whether each axis is reduced; not modified
     * @return the plan, or empty if the merged runs need more than two kept and two reduced ones (such as RKRK)
     */
    public static Optional<Plan> of(int[] sizes, boolean[] reduced) {
        List<Integer> runs = new ArrayList<>();
        boolean kind = false; // the first run is a kept one, maybe of size 1
        int run = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] != 1 && reduced[axis] != kind) {
                runs.add(run);
                run = 1;
                kind = reduced[axis];
            }
            run *= sizes[axis];
        }
        runs.add(run);
        return canonical(runs);
    }

    /** From runs that alternate kept, reduced, kept, ... */
    private static Optional<Plan> canonical(List<Integer> runs) {
        int first = runs.get(0);
        return switch (runs.size()) {
            case 1 -> Optional.of(new Plan(1, 1, first, 1));
            case 2 -> Optional.of(new Plan(1, 1, first, runs.get(1)));
            case 3 -> Optional.of(new Plan(first, runs.get(1), runs.get(2), 1));
            case 4 -> Optional.of(new Plan(first, runs.get(1), runs.get(2), runs.get(3)));
            default -> Optional.empty();
        };
    }

    /**
     * The number of statistics.
     *
     * @return K0·K1
     */
    public int statistics() {
        return k0 * k1;
    }

    /**
     * The number of elements of one statistic.
     *
     * @return R0·R1
     */
    public int count() {
        return r0 * r1;
    }

    /**
     * The number of elements of the tensor.
     *
     * @return K0·R0·K1·R1
     */
    public int size() {
        return k0 * r0 * k1 * r1;
    }

    /** Where a few elements of a statistic lie, far from each other, seen from its first. */
    int[] samples() {
        int[] samples = new int[count() < LARGE ? 4 : 16];
        int last = samples.length - 1;
        for (int i = 0; i <= last; i++) {
            samples[i] = (int) ((r0 - 1L) * i / last) * k1 * r1 + (int) ((r1 - 1L) * i / last);
        }
        return samples;
    }

    /** The first element of a statistic. */
    int start(int statistic) {
        return (statistic / k1 * r0 * k1 + statistic % k1) * r1;
    }
}
