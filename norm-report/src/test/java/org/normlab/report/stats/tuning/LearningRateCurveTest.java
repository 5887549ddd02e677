package org.normlab.report.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;

class LearningRateCurveTest {
    /** Errors at 2⁻³, 2⁻², ...; the loss is a hundredth of the error. */
    private static LearningRateCurve curve(double... errors) {
        return LearningRateCurve.of(IntStream.range(0, errors.length)
                .mapToObj(i -> rate(Math.scalb(1.0, i - 3), errors[i]))
                .toList());
    }

    private static TriedRate rate(double learningRate, double error) {
        return TriedRate.of(learningRate, new double[] {error}, new double[] {error / 100});
    }

    @Test
    void aDivergedReplicateIsAllWrong() {
        double[] errors = {3, Double.NaN, 5};
        TriedRate tried = TriedRate.of(0.5, errors, new double[] {0.1, 0.2, Double.POSITIVE_INFINITY});
        assertThat(tried).isEqualTo(new TriedRate(0.5, 100, Double.POSITIVE_INFINITY, 2.0 / 3));
        assertThat(errors).as("not modified").containsExactly(3, Double.NaN, 5);
    }

    @Test
    void anInteriorOptimumIsAccepted() {
        LearningRateCurve curve = curve(9, 4, 3, 5);
        assertThat(curve.best().learningRate()).isEqualTo(0.5);
        assertThat(curve.isInterior()).isTrue();
        assertThat(curve.extension()).isEmpty();
    }

    @Test
    void anOptimumAtAnEdgeIsExtendedThere() {
        assertThat(curve(3, 4, 5).extension()).containsExactly(0x1p-5, 0x1p-4);
        assertThat(curve(5, 4, 3).extension()).containsExactly(1.0, 2.0);
        assertThat(curve(4, 4, 4).extension()).containsExactly(0x1p-5, 0x1p-4, 1.0, 2.0);
    }

    @Test
    void aFlatStretchToTheEdgeIsNotInterior() {
        assertThat(curve(9, 4, 4).isInterior()).isFalse();
        assertThat(curve(9, 4, 4, 5).isInterior()).isTrue();
    }

    @Test
    void tiesGoToTheLowerLossThenToTheSmallerRate() {
        TriedRate low = new TriedRate(0.1, 4, 0.3, 0);
        TriedRate middle = new TriedRate(0.2, 4, 0.2, 0);
        TriedRate high = new TriedRate(0.4, 4, 0.2, 0);
        assertThat(LearningRateCurve.of(List.of(high, low, middle)).best()).isEqualTo(middle);
    }

    @Test
    void theExtensionStopsAtTheLimits() {
        LearningRateCurve small = LearningRateCurve.of(List.of(rate(0x1p-19, 3), rate(0x1p-18, 4)));
        assertThat(small.extension()).containsExactly(0x1p-20);
        LearningRateCurve large = LearningRateCurve.of(List.of(rate(0x1p8, 3), rate(0x1p7, 4)));
        assertThat(large.extension()).isEmpty();
        assertThat(large.isInterior()).isFalse();
    }

    @Test
    void allArmsAreExtendedAlike() {
        List<LearningRateCurve> arms = List.of(curve(9, 4, 5), curve(5, 4, 3), curve(3, 4, 5));
        assertThat(LearningRateCurve.sharedExtension(arms)).containsExactly(0x1p-5, 0x1p-4, 1.0, 2.0);
        assertThat(LearningRateCurve.sharedExtension(List.of(curve(9, 4, 5)))).isEmpty();
    }

    @Test
    void widthIsCountedInOctavesAroundTheBest() {
        assertThat(curve(4, 9, 3.5, 3, 3.9, 8).octavesWithin(1)).isEqualTo(2);
        assertThat(curve(9, 3, 9).octavesWithin(1)).isZero();
    }

    @Test
    void expectedBestIsTheMeanOverAllChoices() {
        double[] scores = {7, 2, 9, 4, 4, 1, 100};
        double[] expected = ExpectedBest.of(scores);
        for (int k = 1; k <= scores.length; k++) {
            double exact = meanOfMinima(scores, k);
            // a product and a sum for each of the seven scores
            assertThat(expected[k - 1]).isCloseTo(exact, org.normlab.report.stats.Golden.rounding(exact, 14));
        }
    }

    private static double meanOfMinima(double[] scores, int k) {
        return IntStream.range(0, 1 << scores.length)
                .filter(chosen -> Integer.bitCount(chosen) == k)
                .mapToDouble(chosen -> IntStream.range(0, scores.length)
                        .filter(i -> (chosen >> i & 1) != 0)
                        .mapToDouble(i -> scores[i])
                        .min()
                        .getAsDouble())
                .average()
                .getAsDouble();
    }

    @Test
    void refusesWhatHasNoOptimum() {
        assertThatThrownBy(() -> curve(3)).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> LearningRateCurve.of(Arrays.asList(rate(0.1, 3), rate(0.1, 4), rate(0.2, 4))))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("score each learning rate once");
        assertThatThrownBy(() -> rate(0, 3)).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> TriedRate.of(1, new double[1], new double[2])).isInstanceOf(NormException.class);
    }
}
