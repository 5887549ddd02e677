package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise P5 for examples that are large enough to be cut: the last bits of their moments are those that each has alone. */
class ExampleAloneTest {

    @ParameterizedTest
    @CsvSource({
        "17, 1, 131101",
        "8, 1, 131101",
        "3, 3, 20011",
        "17, 4099, 67",
        "2, 9001, 33",
        "5, 1031, 129",
        "17, 131, 1031"
    })
    void momentsAreThoseOfTheExampleAlone(int examples, int length, int channels) {
        Tensor x = Tensor.of(Shape.of("NLC", examples, length, channels), values(examples * length * channels));
        int each = length * channels;
        for (Axes axes : new Axes[] {Axes.of(3, 1), Axes.of(3, 1, 2)}) {
            Moments all = Moments.of(x, axes);
            for (int n = 0; n < examples; n += 4) {
                float[] one = new float[each];
                for (int i = 0; i < each; i++) {
                    one[i] = (float) x.get(n * each + i);
                }
                Moments alone = Moments.of(Tensor.of(Shape.of("NLC", 1, length, channels), one), axes);
                int statistics = alone.size();
                for (int s = 0; s < statistics; s++) {
                    assertThat(alone.mean(s)).isEqualTo(all.mean(n * statistics + s));
                    assertThat(alone.variance(s)).isEqualTo(all.variance(n * statistics + s));
                }
            }
        }
    }

    private static float[] values(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 0.3f + (float) random.nextGaussian();
        }
        return values;
    }

    /** As many terms as are added up by blocks, all of which round the same way. */
    @ParameterizedTest
    @CsvSource({"1000, 16", "4099, 3", "100003, 5"})
    void gradientsOfElementsKeepTheirDigits(int rows, int elements) {
        Tensor x = Tensor.of(Shape.nc(rows, elements), new double[rows * elements]);
        SplittableRandom random = new SplittableRandom(rows);
        for (int i = 0; i < x.shape().count(); i++) {
            x.set(i, random.nextGaussian());
        }
        double[] tenths = new double[rows * elements];
        Arrays.fill(tenths, 0.1);
        Affine affine = Affine.identity(Affine.Scope.ELEMENT, elements)
                .weight(Tensor.of(Shape.of("C", elements), new double[elements]))
                .bias(Tensor.of(Shape.of("C", elements), new double[elements]));
        Normalized pass = AnyAxes.of(Axes.of(2, 1)).affine(affine).forward(x);
        Tensor bias = pass.backward(Tensor.of(x.shape(), tenths)).parameter("bias");
        double exact = 0.1 * rows;
        double roundings = Math.log(rows) / Math.log(2) + 32;
        assertThat(Math.abs(bias.get(0) - exact)).isLessThan(roundings * 0x1p-53 * exact);
    }
}
