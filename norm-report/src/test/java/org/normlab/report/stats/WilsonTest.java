package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.NormException;

class WilsonTest {
    /** z is rounded to multiples of 2⁻⁴⁰, and the ends move by less than z does. */
    private static final Offset<Double> ROUNDED_QUANTILE = Offset.offset(0x1p-40);

    @ParameterizedTest
    @CsvSource({"0, 5", "7, 10", "8.5, 12", "20, 20"})
    void agreesWithStatsmodels(String successes, int trials) {
        double[] expected = Golden.all("wilson." + successes + "." + trials);
        Interval interval = Wilson.interval(Double.parseDouble(successes), trials, 0.95);
        assertThat(interval.low()).isCloseTo(expected[0], ROUNDED_QUANTILE);
        assertThat(interval.high()).isCloseTo(expected[1], ROUNDED_QUANTILE);
    }

    @Test
    void tiesCountHalf() {
        PairedWins wins = Paired.of(1, 0, -1, 2).wins();
        assertThat(wins.share()).isEqualTo(2.5 / 4);
        assertThat(wins.interval()).isEqualTo(Wilson.interval(2.5, 4, 0.95));
    }

    @Test
    void aMeaningfulAdvantageIsLargeAndSure() {
        assertThat(Paired.of(1, 1, 1).wins().isMeaningful()).isFalse();
        assertThat(Paired.of(1, 1, 1, 1, 1, 1, 1, 1, 1, -1).wins().isMeaningful())
                .isTrue();
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> Wilson.interval(3, 2, 0.95)).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> Wilson.interval(0, 0, 0.95)).isInstanceOf(NormException.class);
    }
}
