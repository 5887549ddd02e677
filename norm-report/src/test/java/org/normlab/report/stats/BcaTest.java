package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BcaTest {
    /**
     * SciPy drew a million resamples, so the noise is ours. With B = 10 000 and s the standard deviation of the
     * mean, the percentile of a tail of 0.0147 has a standard deviation of √(0.0147·0.9853/B)/φ(2.18) s = 0.033 s,
     * and the bias correction one of 0.0125, which moves an end by about twice that: together 0.041 s. Four of them
     * are allowed.
     */
    @ParameterizedTest
    @CsvSource({"normal, 0.95", "normal, 0.9706", "skewed, 0.95", "skewed, 0.9706"})
    void agreesWithSciPy(String name, double level) {
        Paired paired = Paired.of(Golden.all(name));
        double[] expected = Golden.all(name + ".bca." + level);
        Offset<Double> noise = Offset.offset(4 * 0.041 * paired.standardDeviation() / Math.sqrt(paired.size()));
        Interval interval = Bca.ofMean(paired, level, 11);
        assertThat(interval.method()).isEqualTo(Interval.Method.BCA);
        assertThat(interval.low()).isCloseTo(expected[0], noise);
        assertThat(interval.high()).isCloseTo(expected[1], noise);
    }

    @Test
    void equalDifferencesAreAPoint() {
        Interval point = Bca.ofMean(Paired.of(0.1, 0.1, 0.1), 0.95, 1);
        assertThat(point).isEqualTo(new Interval(0.1, 0.1, 0.95, Interval.Method.POINT));
    }

    @Test
    void resamplesOnOneSideGivePercentiles() {
        double[] means = new double[Bca.RESAMPLES];
        Arrays.setAll(means, i -> i + 1);
        Interval interval = Bca.ends(means, Double.NEGATIVE_INFINITY, 0.1, 0.95);
        assertThat(interval).isEqualTo(new Interval(250, 9751, 0.95, Interval.Method.PERCENTILE_FALLBACK));
    }

    @Test
    void withoutBiasAndSkewTheEndsArePercentiles() {
        double[] means = new double[Bca.RESAMPLES];
        Arrays.setAll(means, i -> i + 1);
        Interval interval = Bca.ends(means, 0, 0, 0.95);
        assertThat(interval).isEqualTo(new Interval(250, 9751, 0.95, Interval.Method.BCA));
    }
}
