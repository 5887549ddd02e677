package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.check.Reference;

/** Slices near the origin beside others far from it, which are not measured about the same centre. */
class NearAndFarTest {
    private static final int EXAMPLES = 7;

    /** Every third example lies so far off, in standard deviations. */
    private static Tensor examples(Shape shape, float offset) {
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        Tensor x = Tensor.of(shape, new float[shape.count()]);
        int each = shape.count() / EXAMPLES;
        for (int i = 0; i < shape.count(); i++) {
            x.set(i, (i / each % 3 == 1 ? offset : 0) + random.nextGaussian());
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({
        "11, 1, 3",
        "769, 1, 5",
        "769, 1, 3e5",
        "31, 47, 3",
        "31, 47, 5",
        "31, 47, 1e6",
        "2, 8209, 20",
        "3, 1, 2"
    })
    void eachExampleIsWhatItIsAlone(int channels, int length, float offset) {
        Tensor x = examples(Shape.of("NCL", EXAMPLES, channels, length), offset);
        AnyAxes norm = AnyAxes.of(Axes.of(3, 1, 2));
        Normalized all = norm.forward(x);
        double[] y = all.output().toArray();
        double[] dx = all.backward(x).input().toArray();
        int each = channels * length;
        for (int n = 0; n < EXAMPLES; n++) {
            Tensor one = Tensor.of(Shape.of("NCL", 1, channels, length), new float[each]);
            for (int i = 0; i < each; i++) {
                one.set(i, x.get(n * each + i));
            }
            Normalized alone = norm.forward(one);
            assertThat(alone.output().toArray()).isEqualTo(slice(y, n, each));
            assertThat(alone.backward(one).input().toArray()).isEqualTo(slice(dx, n, each));
        }
    }

    private static double[] slice(double[] values, int n, int each) {
        return Arrays.copyOfRange(values, n * each, (n + 1) * each);
    }

    @ParameterizedTest
    @CsvSource({"769, 1, 3", "769, 1, 5", "769, 1, 3e5", "31, 47, 5", "31, 47, 1e6"})
    void outputsAreRoundedOnce(int channels, int length, float offset) {
        Tensor x = examples(Shape.of("NCL", EXAMPLES, channels, length), offset);
        AnyAxes norm = AnyAxes.of(Axes.of(3, 0, 2));
        double[] expected = Reference.of(norm, x).output();
        double[] actual = norm.forward(x).output().toArray();
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(Math.ulp((float) expected[i]));
        }
    }
}
