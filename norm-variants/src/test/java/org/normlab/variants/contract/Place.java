package org.normlab.variants.contract;

import org.normlab.core.Shape;

/** An element of a tensor by its coordinates. */
public record Place(Shape shape, int element) {

    /** The coordinate along the axis with this letter; 0 without such an axis. */
    public int at(char letter) {
        return shape.has(letter) ? element / shape.stride(letter) % shape.size(letter) : 0;
    }
}
