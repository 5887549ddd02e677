package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.check.Reference;

/** Slices whose first, last and middle elements lie far from all others, so that the first choice of a shift is a bad one. */
class FarShiftTest {
    /** Up to blocks that are cut. */
    private static final int[] COUNTS = {4, 7, 65, 1003, 9001, 20_011};

    /** Columns side by side: fewer than fill a vector, and more. */
    private static final int[] WIDTHS = {3, 9};

    @ParameterizedTest
    @CsvSource({"100, 0", "1e7, 0", "-3e4, 1e6", "1e30, 0"})
    void momentsAreExactWhateverTheFirstElementsAre(float far, float offset) {
        for (int count : COUNTS) {
            for (int width : WIDTHS) {
                Tensor lines = rows(width, count, far, offset);
                Moments along = Moments.of(lines, Axes.of(2, 1));
                Moments down = Moments.of(columns(lines), Axes.of(2, 0));
                for (int line = 0; line < width; line++) {
                    ExactMoments exact = ExactMoments.of(line(lines, line));
                    exact.assertAgree(along, line);
                    exact.assertAgree(down, line);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "1e7, 0", "-3e4, 1e6"})
    void outputsAreRoundedOnceWhateverTheFirstElementsAre(float far, float offset) {
        for (int count : COUNTS) {
            for (int width : WIDTHS) {
                Tensor lines = rows(width, count, far, offset);
                assertOutput(AnyAxes.of(Axes.of(2, 1)), lines);
                assertOutput(AnyAxes.of(Axes.of(2, 0)), columns(lines));
            }
        }
    }

    private static void assertOutput(AnyAxes norm, Tensor x) {
        double[] expected = Reference.of(norm, x).output();
        double[] actual = norm.forward(x).output().toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(Math.ulp((float) expected[i]));
        }
    }

    /** Lines of other values each. */
    private static Tensor rows(int width, int count, float far, float offset) {
        Tensor lines = Tensor.of(Shape.nc(width, count), new float[width * count]);
        for (int line = 0; line < width; line++) {
            Tensor.of(Shape.nc(1, count), values(count, line, far, offset)).copyTo(lines.examples(line, line + 1));
        }
        return lines;
    }

    private static Tensor columns(Tensor rows) {
        return rows.to(Shape.of("CN", rows.shape().size(1), rows.shape().size(0)));
    }

    private static double[] line(Tensor rows, int line) {
        return rows.examples(line, line + 1).toArray();
    }

    private static float[] values(int count, int line, float far, float offset) {
        SplittableRandom random = new SplittableRandom(31L * count + line);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = offset + (float) random.nextGaussian();
        }
        for (int part = 0; part < 4; part++) {
            values[(int) ((count - 1L) * part / 3)] = offset + far;
        }
        return values;
    }
}
