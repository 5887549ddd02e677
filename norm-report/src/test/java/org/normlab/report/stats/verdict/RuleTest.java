package org.normlab.report.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.report.stats.Interval;

class RuleTest {
    private static Evidence evidence(double point, double low, double high, double p) {
        Interval interval = new Interval(low, high, Looks.DECIDING, Interval.Method.BCA);
        return new Evidence(point, interval, p, 1, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0,  0.5, 3.0, 0.01, SUPPORTED",
        "1.0,  0.1, 2.0, 0.01, SUPPORTED",
        "2.0,  0.5, 3.0, 0.03, INCONCLUSIVE",
        "0.9,  0.1, 2.0, 0.01, INCONCLUSIVE",
        "2.0,  0.0, 3.0, 0.01, INCONCLUSIVE",
        "0.2, -0.5, 0.8, 0.40, EQUIVALENT",
        "-0.5, -0.9, -0.1, 0.01, EQUIVALENT",
        "-2.0, -3.0, -0.5, 0.01, CONTRADICTED",
        "-2.0, -3.0, -0.5, 0.03, INCONCLUSIVE",
        "0.0, -2.0, 2.0, 0.90, INCONCLUSIVE",
    })
    void superiority(double point, double low, double high, double p, Verdict verdict) {
        assertThat(new Rule.Superiority(1).decide(evidence(point, low, high, p)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.5, 0.5, SUPPORTED, SUPPORTED",
        "-0.5, 1.5, INCONCLUSIVE, SUPPORTED",
        " 1.1, 1.5, CONTRADICTED, SUPPORTED",
        "-1.0, 0.5, INCONCLUSIVE, INCONCLUSIVE",
        "-2.0, -1.1, CONTRADICTED, CONTRADICTED",
    })
    void equivalenceAndNonInferiority(double low, double high, Verdict equivalence, Verdict nonInferiority) {
        Evidence evidence = evidence((low + high) / 2, low, high, Double.NaN);
        assertThat(new Rule.Equivalence(1).decide(evidence)).isEqualTo(equivalence);
        assertThat(new Rule.NonInferiority(1).decide(evidence)).isEqualTo(nonInferiority);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 9, 0.01, SUPPORTED",
        "3, 9, 0.03, INCONCLUSIVE",
        "1, 9, 0.01, INCONCLUSIVE",
        "11, 12, 0.01, CONTRADICTED",
        "0.5, 1.5, 0.01, CONTRADICTED",
        "3, 9, NaN, SUPPORTED",
    })
    void range(double low, double high, double p, Verdict verdict) {
        assertThat(new Rule.Range(2, 10, 0.25).decide(evidence((low + high) / 2, low, high, p)))
                .isEqualTo(verdict);
    }
}
