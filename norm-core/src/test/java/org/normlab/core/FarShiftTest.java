package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.check.Reference;

/** Slices whose first, last and middle elements lie far from all others, so that the first choice of a shift is a bad one. */
class FarShiftTest {
    private static final int[] COUNTS = {4, 7, 65, 1003, 9001};

    @ParameterizedTest
    @CsvSource({"100, 0", "1e7, 0", "-3e4, 1e6", "1e30, 0"})
    void momentsAreExactWhateverTheFirstElementsAre(float far, float offset) {
        for (int count : COUNTS) {
            float[] values = values(count, far, offset);
            Moments along = Moments.of(Tensor.of(Shape.nc(1, count), values), Axes.of(2, 1));
            Moments down = Moments.of(Tensor.of(Shape.nc(count, 1), values), Axes.of(2, 0));
            ExactMoments exact = ExactMoments.of(wide(values));
            exact.assertAgree(along, 0);
            exact.assertAgree(down, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "1e7, 0", "-3e4, 1e6"})
    void outputsAreRoundedOnceWhateverTheFirstElementsAre(float far, float offset) {
        for (int count : COUNTS) {
            Tensor x = Tensor.of(Shape.nc(1, count), values(count, far, offset));
            AnyAxes norm = AnyAxes.of(Axes.of(2, 1));
            double[] expected = Reference.of(norm, x).output();
            double[] actual = norm.forward(x).output().toArray();
            for (int i = 0; i < count; i++) {
                assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(Math.ulp((float) expected[i]));
            }
        }
    }

    private static float[] values(int count, float far, float offset) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = offset + (float) random.nextGaussian();
        }
        for (int part = 0; part < 4; part++) {
            values[(int) ((count - 1L) * part / 3)] = offset + far;
        }
        return values;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
