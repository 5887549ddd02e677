package org.normlab.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "4, 4",
        "-0.0, -0",
        "1e10, 1E10",
        "1.5e-7, 1.5E-7",
        "0.002, 0.002",
        "5.6843418860808015e-14, 5.684341886080802E-14",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void filesGetTheShortestText(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.03125, 0.0312",
        "-31.44, −31.4",
        "999.6, 1000",
        "123456, 123456",
        "1.234e-7, 1.23e−7",
        "9.999e9, 1.00e10",
        "NaN, n/a",
        "-Infinity, −infinite"
    })
    void peopleGetThreeDigits(double value, String text) {
        assertThat(Numbers.rounded(value)).isEqualTo(text);
    }

    @Test
    void theIntervalSetsTheDigits() {
        assertThat(Numbers.measured(-3.1234, -4.0, -2.23)).isEqualTo("−3.1 [−4.0, −2.2]");
        assertThat(Numbers.measured(0.012345, 0.0121, 0.0126)).isEqualTo("0.01234 [0.01210, 0.01260]");
        assertThat(Numbers.measured(5, 5, 5)).isEqualTo("5.00");
        assertThat(Numbers.measured(5, Double.NaN, 6)).isEqualTo("5.00");
    }

    @Test
    void percentTakesTheShare() {
        assertThat(Numbers.percent(0.0312)).isEqualTo("3.12\u00a0%");
    }

    @Test
    void aValueThatRoundsToZeroHasNoSign() {
        assertThat(Numbers.fixed(-0.004, 2)).isEqualTo("0.00");
    }
}
