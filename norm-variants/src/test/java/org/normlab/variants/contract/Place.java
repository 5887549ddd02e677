package org.normlab.variants.contract;

import org.normlab.core.Shape;

/** An element of a tensor by its coordinates. */
public record Place(Shape shape, int element) {

    /** The coordinate along the axis with this letter; 0 without such an axis. */
    public int at(char letter) {
        return shape.has(letter) ? element / shape.stride(letter) % shape.size(letter) : 0;
    }

    /** What is left when the channel does not count: the example and its position. */
    public int position() {
        int stride = shape.stride('C');
        return element / (stride * shape.channels()) * stride + element % stride;
    }
}
