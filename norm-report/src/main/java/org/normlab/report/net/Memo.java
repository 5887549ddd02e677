package org.normlab.report.net;

import java.util.Optional;
import java.util.function.Function;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * What a piece prepares for a tensor: views of it and room for results, made anew only when another tensor comes.
 *
 * @param <T> what is prepared
 */
final class Memo<T> {
    private final Function<Tensor, T> make;
    private Tensor key = Tensor.of(Shape.nc(0, 0), new float[0]);
    private Optional<T> value = Optional.empty();

    Memo(Function<Tensor, T> make) {
        this.make = make;
    }

    /** What belongs to this very tensor. */
    T of(Tensor tensor) {
        if (key != tensor) {
            key = tensor;
            value = Optional.of(make.apply(tensor));
        }
        return last();
    }

    /** What belongs to the last tensor that came. */
    T last() {
        return value.orElseThrow();
    }
}
