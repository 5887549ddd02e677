package org.normlab.report.trial;

import java.util.Arrays;

/**
 * Points of one quantity in one trial, such as the training loss against the step.
 *
 * <p>Two curves are equal if their names and all bits of their numbers are.
 *
 * @param name what the points are, such as {@code train_loss} or {@code gradient_norm_by_time}
 * @param x positions, such as samples seen; not copied, not to be modified
 * @param y values, one a position; NaN and infinities are allowed; not copied, not to be modified
 */
public record Curve(String name, double[] x, double[] y) {
    /**
     * Checks that each position has a value.
     *
     * @param name what the points are, such as {@code train_loss} or {@code gradient_norm_by_time}
     * @param x positions, such as samples seen; not copied, not to be modified
     * @param y values, one a position; NaN and infinities are allowed; not copied, not to be modified
     */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "curve " + name + ": " + x.length + " positions, " + y.length + " values");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve
                && name.equals(curve.name)
                && Arrays.equals(x, curve.x)
                && Arrays.equals(y, curve.y);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(y);
    }
}
