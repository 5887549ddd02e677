package org.normlab.variants.contract;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A setting and the kind of values that the input has. */
public record Sample(Setting setting, Values values) {

    /** The input. */
    public Tensor x() {
        return setting.precision().tensor(shape(), values.generate(shape().count(), setting.seed()));
    }

    /** A gradient of the output: random, since with a constant one a centred normalization has no gradient to test. */
    public Tensor dy() {
        return setting.precision().tensor(shape(), Values.DYADIC.generate(shape().count(), setting.seed() + 1));
    }

    /** The input's shape. */
    public Shape shape() {
        return setting.shape();
    }

    /** The same values for another setting. */
    public Sample setting(Setting other) {
        return new Sample(other, values);
    }

    /** The same without weight and bias, so that outputs are x̂. */
    public Sample plain() {
        return setting(setting.learned(Setting.Learned.NONE));
    }

    /** The same in another element type. */
    public Sample precision(Precision other) {
        return setting(new Setting(shape(), other, setting.epsilon(), setting.learned(), setting.seed()));
    }
}
