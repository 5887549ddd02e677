package org.normlab.core;

import java.util.stream.IntStream;
import org.normlab.core.NormException.Kind;

/**
 * A set of axes of a tensor, such as the axes that a statistic reduces.
 *
 * @param mask bit a is set if axis a belongs to the set
 */
public record Axes(int mask) {

    /**
     * A set of axes. The order does not matter.
     *
     * @param rank the rank of the tensor, at most 32
     * @param axes axes from −rank to rank−1; negative ones count from the back; not modified
     * @return the set
     * @throws NormException OPTION if an axis is out of range or comes twice
     */
    public static Axes of(int rank, int... axes) {
        int mask = 0;
        for (int axis : axes) {
            int resolved = axis < 0 ? axis + rank : axis;
            if (resolved < 0 || resolved >= rank) {
                throw refuse(axis, "is not an axis of a tensor of rank " + rank, "use " + -rank + " to " + (rank - 1));
            }
            if ((mask >> resolved & 1) != 0) {
                throw refuse(axis, "comes twice", "name each axis once");
            }
            mask |= 1 << resolved;
        }
        return new Axes(mask);
    }

    private static NormException refuse(int axis, String problem, String fix) {
        return NormException.about(Kind.OPTION, "Axes", "axis", axis).because(problem, fix);
    }

    /**
     * The last axes of a tensor.
     *
     * @param rank the rank of the tensor
     * @param count how many
     * @return the set
     */
    public static Axes trailing(int rank, int count) {
        return of(rank, IntStream.range(rank - count, rank).toArray());
    }

    /**
     * Whether an axis belongs to the set.
     *
     * @param axis the axis, from 0
     * @return true if it does
     */
    public boolean contains(int axis) {
        return (mask >> axis & 1) != 0;
    }

    /**
     * Whether the set has no axis.
     *
     * @return true if it has none
     */
    public boolean isEmpty() {
        return mask == 0;
    }

    /**
     * One flag an axis.
     *
     * @param rank the rank of the tensor
     * @return true where the axis belongs to the set
     */
    public boolean[] flags(int rank) {
        boolean[] flags = new boolean[rank];
        for (int axis = 0; axis < rank; axis++) {
            flags[axis] = contains(axis);
        }
        return flags;
    }

    /** The axes in order, such as {@code [0, 2, 3]}. */
    @Override
    public String toString() {
        return IntStream.range(0, 32).filter(this::contains).boxed().toList().toString();
    }
}
