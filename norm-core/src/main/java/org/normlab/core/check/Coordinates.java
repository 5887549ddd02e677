package org.normlab.core.check;

import org.normlab.core.Axes;
import org.normlab.core.Shape;

/** Where an element lies along each axis. */
final class Coordinates {
    private Coordinates() {}

    static int[] of(Shape shape, int element) {
        int[] coordinates = new int[shape.rank()];
        int rest = element;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            coordinates[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return coordinates;
    }

    /** The number of an element within its slice: its coordinates along the reduced axes alone, in row-major order. */
    static int within(Shape shape, Axes axes, int element) {
        return number(shape, axes.mask(), element);
    }

    /** The number of an element's statistic: its coordinates along the kept axes alone, in row-major order. */
    static int statistic(Shape shape, Axes axes, int element) {
        return number(shape, ~axes.mask(), element);
    }

    private static int number(Shape shape, int mask, int element) {
        int number = 0;
        int stride = 1;
        int rest = element;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int size = shape.size(axis);
            if ((mask >> axis & 1) != 0) {
                number += rest % size * stride;
                stride *= size;
            }
            rest /= size;
        }
        return number;
    }
}
