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
        int[] coordinates = of(shape, element);
        int number = 0;
        for (int axis = 0; axis < coordinates.length; axis++) {
            if (axes.contains(axis)) {
                number = number * shape.size(axis) + coordinates[axis];
            }
        }
        return number;
    }
}
