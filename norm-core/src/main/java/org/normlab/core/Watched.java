package org.normlab.core;

/** A tensor that is read again and again, and a copy of what it held the last time. */
final class Watched {
    private final Tensor tensor;
    private final Tensor seen;
    private boolean fresh = true;

    Watched(Tensor tensor) {
        this.tensor = tensor;
        this.seen = tensor.like(tensor.shape());
    }

    /** Whether any bit has changed since the last time. */
    boolean hasChanged() {
        if (!fresh && tensor.hasBitsOf(seen)) {
            return false;
        }
        tensor.copyTo(seen);
        fresh = false;
        return true;
    }
}
