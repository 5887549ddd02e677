package org.normlab.report.stats.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.report.random.Streams;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Extent;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.RmsNorm;
import org.normlab.variants.Single;

/** The table of {@link SmallBatchTheory} on the normalizers themselves. */
class SmallBatchMeasurementTest {
    /**
     * With 2²⁰ values the shares have a standard error of √(2/2²⁰) = 0.0014 and less, the noise at m = 2 one of
     * 1.41·√(14/4/2¹⁹) = 0.0037: the bound of 0.01 is 2.7 of the widest.
     */
    private static final int VALUES = 1 << 20;

    private static final double BOUND = 0.01;
    private static final Epsilon NONE = Epsilon.inside(0);
    private static final Streams STREAMS = Streams.root(1);

    @ParameterizedTest
    @CsvSource({"2", "4", "8", "16", "32", "128"})
    void batchNormOverABatchOfM(int m) {
        int channels = VALUES / m;
        holds(
                m,
                new BatchNorm(channels, Affine.none(), NONE, RunningRule.TORCH, Single.ERROR),
                Shape.of("NC", m, channels));
    }

    @ParameterizedTest
    @CsvSource({"2", "16", "128"})
    void layerNormOverMFeatures(int m) {
        holds(m, new LayerNorm(Extent.trailing(m), Affine.none(), NONE), Shape.of("NC", VALUES / m, m));
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 2", "32, 4, 8", "6, 2, 3"})
    void groupNormOverItsGroup(int m, int channels, int positions) {
        int groups = 5;
        int examples = VALUES / (m * groups);
        holds(
                m,
                new GroupNorm(channels * groups, groups, Affine.none(), NONE),
                Shape.of("NCL", examples, channels * groups, positions));
    }

    private static void holds(int m, Normalizer normalizer, Shape shape) {
        SmallBatchMeasurement measured = SmallBatchMeasurement.of(normalizer, shape, STREAMS);
        assertThat(measured.values()).isEqualTo(m);
        assertThat(measured.gradientShare()).isCloseTo(SmallBatchTheory.gradientShare(m), within(BOUND));
        assertThat(measured.varianceNoise()).isCloseTo(SmallBatchTheory.varianceNoise(m), within(BOUND));
        assertThat(measured.largest()).isCloseTo(SmallBatchTheory.largestNormalized(m), within(1e-12));
        assertThat(measured.biasedVarianceShare()).isCloseTo(SmallBatchTheory.biasedVarianceShare(m), within(BOUND));
    }

    @ParameterizedTest
    @CsvSource({"2", "4", "16", "128"})
    void withoutCentringOneDirectionIsLost(int m) {
        Normalizer rms = new RmsNorm(Extent.trailing(m), Affine.none(), NONE);
        SmallBatchMeasurement measured = SmallBatchMeasurement.of(rms, Shape.of("NC", VALUES / m, m), STREAMS);
        assertThat(measured.gradientShare()).isCloseTo(SmallBatchTheory.gradientShareUncentred(m, 1, 0), within(BOUND));
        assertThat(measured.largest()).isCloseTo(SmallBatchTheory.largestNormalizedUncentred(m), within(1e-12));
    }
}
