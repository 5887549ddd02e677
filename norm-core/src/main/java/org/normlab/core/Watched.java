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

    /** Widens the elements into an array unless none has changed since the last time; whether any has. */
    boolean readInto(double[] values) {
        if (!fresh && tensor.hasBitsOf(seen)) {
            return false;
        }
        tensor.copyTo(seen);
        tensor.copyTo(values);
        fresh = false;
        return true;
    }
}
