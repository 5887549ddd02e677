package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

class ScalingTest {
    private static Dataset data(Shape shape, Dense.Units units, float... values) {
        int[] classes = new int[shape.examples()];
        classes[0] = 1;
        return new Dataset(
                new Origin("d", "test", "", ""),
                new Dense(Tensor.of(shape, values), units),
                new Labels(classes, List.of("a", "b")),
                SplitRule.REDRAW);
    }

    private static double[] values(Dataset data) {
        return ((Dense) data.examples()).values().toArray();
    }

    @Test
    void pixelsAreDividedByTheLargestOfTheTrainingPart() {
        Dataset data = data(Shape.nc(3, 2), Dense.Units.PIXELS, 1, 2, 4, 3, 8, 16);
        assertThat(values(data.scaledBy(new int[] {0, 1}))).containsExactly(0.25, 0.5, 1, 0.75, 2, 4);
    }

    @Test
    void featuresAreStandardizedByChannelAndConstantsOnlyCentred() {
        Dataset data = data(Shape.nc(3, 2), Dense.Units.FEATURES, 1, 5, 3, 5, 7, 6);
        assertThat(values(data.scaledBy(new int[] {0, 1}))).containsExactly(-1, 0, 1, 0, 5, 1);
        Dataset sequences = data(Shape.ntc(2, 2, 2), Dense.Units.FEATURES, 1, 0, 3, 4, 5, 8, 7, 12);
        assertThat(values(sequences.scaledBy(new int[] {0}))).containsExactly(-1, -1, 1, 1, 3, 3, 5, 5);
    }

    @Test
    void stringsStayAsTheyAre() {
        Dataset names = Bundled.NAMES16.load();
        assertThat(names.scaledBy(new int[] {0, 1})).isSameAs(names);
    }

    @Test
    void poolingAveragesTwoByTwoAndLeavesTheOddEdgeOut() {
        float[] values = new float[2 * 3 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Dataset pooled = View.POOLED.of(data(Shape.nchw(2, 1, 3, 5), Dense.Units.PIXELS, values));
        assertThat(values(pooled)).containsExactly(3, 5, 18, 20);
    }

    @Test
    void permutedSequencesMoveWholeSteps() {
        Dataset data = data(Shape.ntc(2, 3, 2), Dense.Units.PIXELS, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(values(data.permuted(new int[] {2, 0, 1}))).containsExactly(4, 5, 0, 1, 2, 3, 10, 11, 6, 7, 8, 9);
        assertThatThrownBy(() -> data.permuted(new int[] {0, 0, 1})).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> Bundled.IRIS.load().permuted(new int[] {0}))
                .hasMessageContaining("sequences of one length");
    }

    @Test
    void batchesAreGatheredInEitherPrecision() {
        Examples examples =
                data(Shape.nc(3, 2), Dense.Units.PIXELS, 1, 2, 4, 3, 8, 16).examples();
        Tensor single = Tensor.of(examples.batchShape(2, 0), new float[4]);
        Tensor twice = Tensor.of(examples.batchShape(2, 0), new double[4]);
        examples.gather(new int[] {2, 0}, single);
        examples.gather(new int[] {2, 0}, twice);
        assertThat(single.toArray()).containsExactly(8, 16, 1, 2);
        assertThat(twice.toArray()).containsExactly(8, 16, 1, 2);
        assertThat(examples.lengths(2, 0)).containsExactly(1, 1);
    }
}
