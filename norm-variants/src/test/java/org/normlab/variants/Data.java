package org.normlab.variants;

import java.util.SplittableRandom;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Tensors for tests: uniform values that are reproducible. */
public final class Data {
    private Data() {}

    public static Tensor random(Shape shape) {
        return random(shape, 1);
    }

    public static Tensor random(Shape shape, long seed) {
        return Tensor.of(
                shape, new SplittableRandom(seed).doubles(shape.count(), -2, 3).toArray());
    }

    /** Moves parameters away from a start at which a wrong gradient may look right. */
    public static void move(Tensor parameter) {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < parameter.shape().count(); i++) {
            parameter.set(i, parameter.get(i) * 0.5 + 0.4 * random.nextDouble());
        }
    }
}
