package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.check.Reference;

/** Statistics of many short strips, as of a batch of small images, whose positions are added up across the batch first. */
class ShortStripsTest {
    private static final Axes BATCH = Axes.of(3, 0, 2);

    /** Doubles round a hundred times while they add up so many terms. */
    private static final double ROUNDINGS = 100 * 0x1p-53;

    private static Tensor values(Shape shape, Tensor type, double offset, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor values = type.like(shape);
        for (int i = 0; i < shape.count(); i++) {
            values.set(i, (float) (offset + random.nextGaussian()));
        }
        return values;
    }

    private static Tensor type(boolean wide) {
        Shape one = Shape.of("C", 1);
        return wide ? Tensor.of(one, new double[1]) : Tensor.of(one, new float[1]);
    }

    private static AnyAxes norm(int channels, boolean affine, boolean wide) {
        Shape entries = Shape.of("C", channels);
        return affine
                ? AnyAxes.of(BATCH)
                        .affine(Affine.identity(Affine.Scope.CHANNEL, channels)
                                .weight(values(entries, type(wide), 1, 5))
                                .bias(values(entries, type(wide), 0, 7)))
                : AnyAxes.of(BATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 7, 35, 0, true",
        "19, 7, 35, 1e5, true",
        "33, 101, 21, 2, true",
        "16, 3, 49, 0, true",
        "37, 211, 45, 0, true",
        "37, 211, 45, 3e3, false",
        "1031, 2, 15, 1, false"
    })
    void outputsAreRoundedOnce(int examples, int channels, int length, double offset, boolean affine) {
        Tensor x = values(Shape.of("NCL", examples, channels, length), type(false), offset, 3);
        AnyAxes norm = norm(channels, affine, false);
        double[] expected = Reference.of(norm, x).output();
        double[] actual = norm.forward(x).output().toArray();
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(Math.ulp((float) expected[i]));
        }
    }

    /** Float64 goes along the strips, so that it is another way to the same gradients. */
    @ParameterizedTest
    @CsvSource({
        "19, 7, 35, 0, true",
        "33, 101, 21, 1e5, true",
        "37, 211, 45, 0, true",
        "16, 3, 49, 2, false",
        "1031, 2, 15, 1, true"
    })
    void gradientsAreThoseOfFloat64(int examples, int channels, int length, double offset, boolean affine) {
        Shape shape = Shape.of("NCL", examples, channels, length);
        Gradients single = gradients(shape, offset, affine, false);
        Gradients twice = gradients(shape, offset, affine, true);
        double terms = examples * length;
        close(single.input(), twice.input(), 1 + offset);
        if (affine) {
            close(single.parameter("weight"), twice.parameter("weight"), terms * (1 + offset));
            close(single.parameter("bias"), twice.parameter("bias"), terms * (1 + offset));
        }
    }

    private static Gradients gradients(Shape shape, double offset, boolean affine, boolean wide) {
        AnyAxes norm = norm(shape.size('C'), affine, wide);
        return norm.forward(values(shape, type(wide), offset, 3)).backward(values(shape, type(wide), 0, 11));
    }

    /** Up to the last digit of float32 and the roundings of terms, the centring of which loses as many digits as they lie far off. */
    private static void close(Tensor actual, Tensor expected, double terms) {
        for (int i = 0; i < expected.shape().count(); i++) {
            double rounding = Math.ulp((float) expected.get(i)) / 2;
            assertThat(Math.abs(actual.get(i) - expected.get(i))).isLessThanOrEqualTo(rounding + ROUNDINGS * terms);
        }
    }
}
