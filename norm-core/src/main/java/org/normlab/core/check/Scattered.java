package org.normlab.core.check;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.normlab.core.Affine;
import org.normlab.core.Tensor;

/** A weight and bias at random values for as long as a check runs: a weight of 1 hides a backward that forgets it. */
final class Scattered {
    private final Affine affine;
    private final double[] weight;
    private final double[] bias;

    /** Notes what is there now. */
    Scattered(Affine affine) {
        this.affine = affine;
        this.weight = affine.weight().map(Tensor::toArray).orElseGet(() -> new double[0]);
        this.bias = affine.bias().map(Tensor::toArray).orElseGet(() -> new double[0]);
    }

    /** Weights of either sign between 0.5 and 1.5, and Gaussian biases. */
    void scatter(SplittableRandom random) {
        affine.weight().ifPresent(w -> set(w, () -> (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 1.5)));
        affine.bias().ifPresent(b -> set(b, () -> GradientCheck.gaussian(random)));
    }

    /** Puts back what was noted. */
    void restore() {
        affine.weight().ifPresent(w -> w.copyFrom(weight));
        affine.bias().ifPresent(b -> b.copyFrom(bias));
    }

    private static void set(Tensor tensor, DoubleSupplier value) {
        for (int i = 0; i < tensor.shape().count(); i++) {
            tensor.set(i, value.getAsDouble());
        }
    }
}
