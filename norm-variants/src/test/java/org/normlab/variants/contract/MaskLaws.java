package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;

/** What padding does: nothing, and it is never read. */
public interface MaskLaws extends Subject {
    /** Law 21: a mask without gaps is no mask. */
    @Property(tries = NormalizerContract.FEW)
    default void law21_aFullMaskChangesNoBit(@ForAll("samples") Sample sample) {
        if (departs(Departure.WEIGHTS)) {
            return;
        }
        boolean[] valid = new boolean[sample.shape().count()];
        Arrays.fill(valid, true);
        Mask full = Mask.of(sample.shape(), sample.shape(), valid);
        Normalized masked = full.on(subject(sample.setting())).forward(sample.x());
        Normalized plain = subject(sample.setting()).forward(sample.x());
        Bits.assertSame(masked.output(), plain.output());
        Bits.assertSame(masked.backward(sample.dy()), plain.backward(sample.dy()));
    }

    /** Law 21: what padding holds, NaN included, and how long it is change no bit elsewhere; output and gradient there are 0. */
    @Property(tries = NormalizerContract.TRIES)
    default void law21_paddingIsNeverRead(
            @ForAll("samples") Sample sample, @ForAll("padding") double first, @ForAll("padding") double second) {
        if (departs(Departure.WEIGHTS)) {
            return;
        }
        Padded one = new Padded(sample, 7, first);
        Padded two = new Padded(sample, 7, second);
        Normalized passed = one.mask().on(subject(one.setting())).forward(one.x());
        Normalized other = two.mask().on(subject(two.setting())).forward(two.x());
        Bits.assertSame(other.output(), passed.output());
        Gradients gradients = passed.backward(one.dy());
        Bits.assertSame(other.backward(two.dy()), gradients);
        Mask mask = one.mask();
        for (int i = 0; i < one.shape().count(); i++) {
            if (!mask.valid(i)) {
                assertThat(passed.output().get(i)).isZero();
                assertThat(gradients.input().get(i)).isZero();
            }
        }
    }

    /** Contents of padding. */
    @Provide
    default Arbitrary<Double> padding() {
        return Arbitraries.of(0.0, 7.0, 1e30, Double.NaN, Double.POSITIVE_INFINITY);
    }

    /** Four sequences of lengths that a seed draws, in a tensor of more steps. */
    record Padded(Sample sample, int steps, double padding) {
        private static final int EXAMPLES = 4;
        private static final int CHANNELS = 4;

        Shape shape() {
            return Shape.ntc(EXAMPLES, steps, CHANNELS);
        }

        Setting setting() {
            return sample.setting().shape(shape());
        }

        Mask mask() {
            int[] lengths = new SplittableRandom(setting().seed())
                    .ints(EXAMPLES, 2, steps)
                    .toArray();
            // two sequences are the longest, so that no step has a single example
            lengths[0] = lengths[1] = steps - 1;
            return Mask.lengths(shape(), lengths);
        }

        Tensor x() {
            return pad(sample.setting(setting()).x());
        }

        Tensor dy() {
            return pad(sample.setting(setting()).dy());
        }

        private Tensor pad(Tensor tensor) {
            Mask mask = mask();
            for (int i = 0; i < tensor.shape().count(); i++) {
                if (!mask.valid(i)) {
                    tensor.set(i, padding);
                }
            }
            return tensor;
        }
    }
}
