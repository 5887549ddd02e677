package org.normlab.report.stats.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normlab.report.stats.theory.SmallBatchTheory.biasedVarianceShare;
import static org.normlab.report.stats.theory.SmallBatchTheory.gradientShare;
import static org.normlab.report.stats.theory.SmallBatchTheory.gradientShareUncentred;
import static org.normlab.report.stats.theory.SmallBatchTheory.largestNormalized;
import static org.normlab.report.stats.theory.SmallBatchTheory.varianceNoise;
import static org.normlab.report.stats.theory.SmallBatchTheory.varianceScale;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.NormException;
import org.normlab.report.stats.Golden;

class TheoryTest {
    /** The table is printed to three digits. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 1.41, 1, 0.50",
        "4, 0.50, 0.82, 1.73, 0.75",
        "8, 0.75, 0.53, 2.65, 0.875",
        "16, 0.875, 0.37, 3.87, 0.938",
        "32, 0.938, 0.25, 5.57, 0.969",
        "128, 0.984, 0.13, 11.3, 0.992",
    })
    void smallBatchTable(long m, double share, double noise, double largest, double biased) {
        assertThat(gradientShare(m)).isCloseTo(share, within(0.0006));
        assertThat(varianceNoise(m)).isCloseTo(noise, within(0.006));
        assertThat(largestNormalized(m)).isCloseTo(largest, within(0.04));
        assertThat(biasedVarianceShare(m)).isCloseTo(biased, within(0.0006));
    }

    @Test
    void oneValueTellsNothing() {
        assertThat(gradientShare(1)).isZero();
        assertThat(gradientShare(1, 0, 1e-5)).isZero();
        assertThat(largestNormalized(1)).isZero();
        assertThat(biasedVarianceShare(1)).isZero();
        assertThatThrownBy(() -> varianceNoise(1)).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> gradientShare(0)).isInstanceOf(NormException.class);
    }

    @Test
    void epsLetsALittlePass() {
        assertThat(gradientShare(2, 1, 0)).isZero();
        assertThat(gradientShare(2, 1, 1)).isEqualTo(0.125);
        assertThat(gradientShareUncentred(2, 1, 1)).isEqualTo(0.625);
        assertThat(gradientShareUncentred(1, 1, 0)).isZero();
        assertThat(varianceScale(3, 1)).isEqualTo(0.75);
    }

    /** Rates are printed to three decimals, depths to whole layers, some rounded and some cut. */
    @ParameterizedTest
    @CsvSource({"4, 3.084, 14", "8, 1.788, 27", "16, 1.590, 35", "32, 1.522, 38", "64, 1.493, 40", "128, 1.480, 41"})
    void depthTable(int batch, double rate, double depth) {
        assertThat(DepthTheory.reluRate(batch)).isCloseTo(rate, within(0.0006));
        assertThat(DepthTheory.trainableDepth(DepthTheory.reluRate(batch))).isCloseTo(depth, within(1.0));
    }

    @Test
    void largeBatchesTendToTheLimit() {
        assertThat(DepthTheory.reluRateLimit()).isCloseTo(1.467, within(0.0006));
        // the rate approaches its limit like 1/B
        assertThat(DepthTheory.reluRate(1 << 20)).isCloseTo(DepthTheory.reluRateLimit(), within(0x1p-18));
        assertThat(DepthTheory.linearRate(4)).isEqualTo(2);
        assertThatThrownBy(() -> DepthTheory.reluRate(3)).isInstanceOf(NormException.class);
    }

    @Test
    void correlatedPixelsCountLess() {
        assertThat(EffectiveCount.of(2, 49, 0)).isEqualTo(98);
        assertThat(EffectiveCount.of(2, 49, 1)).isEqualTo(2);
        double[] flat = Golden.all("images");
        double[][] images = new double[5][];
        Arrays.setAll(images, i -> Arrays.copyOfRange(flat, 3 * i, 3 * i + 3));
        double expected = Golden.one("images.correlation");
        // two passes over fifteen values
        assertThat(EffectiveCount.correlation(images)).isCloseTo(expected, Golden.rounding(expected, 4 * 15));
    }

    @Test
    void correlationStaysAShare() {
        assertThat(EffectiveCount.correlation(new double[][] {{1, 1}, {2, 2}})).isEqualTo(1);
        assertThat(EffectiveCount.correlation(new double[][] {{1, 2}, {2, 1}})).isZero();
        assertThat(EffectiveCount.correlation(new double[][] {{3, 3}, {3, 3}})).isZero();
        assertThatThrownBy(() -> EffectiveCount.correlation(new double[][] {{1, 2}}))
                .isInstanceOf(NormException.class);
    }
}
