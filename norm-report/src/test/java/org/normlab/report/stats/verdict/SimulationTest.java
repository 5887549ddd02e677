package org.normlab.report.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.normlab.report.stats.Bca;
import org.normlab.report.stats.Paired;
import org.normlab.report.stats.Samples;
import org.normlab.report.stats.SignFlip;

/** The whole chain on made-up data: differences, interval, test, rule. */
class SimulationTest {
    private static final int DATA_SETS = 1_000;

    private static Verdict verdict(double[] differences, Rule rule, long seed) {
        Paired paired = Paired.of(differences);
        Evidence evidence = Evidence.of(paired, Bca.ofMean(paired, Looks.DECIDING, seed), SignFlip.p(paired, seed));
        return Judgement.of(rule, evidence, Set.of()).verdict();
    }

    /**
     * Where nothing differs and any effect counts, at most 5 % may be called supported. The share of 1 000 data sets
     * has a standard deviation of at most √(0.05·0.95/1000); three of them are allowed.
     */
    @Test
    void noiseIsSeldomSupported() {
        long supported = LongStream.range(0, DATA_SETS)
                .filter(seed ->
                        verdict(Samples.gaussian(10, 0, 1, seed), new Rule.Superiority(0), seed) == Verdict.SUPPORTED)
                .count();
        double allowed = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / DATA_SETS);
        assertThat((double) supported / DATA_SETS).isBetween(0.001, allowed);
    }

    /**
     * The mean lies 5 standard errors beyond 0 and 2 beyond the SESOI, so misses are rare: 90 of 100 is no close call.
     */
    @Test
    void aPlantedDifferenceIsFound() {
        long supported = LongStream.range(0, 100)
                .filter(seed ->
                        verdict(Samples.gaussian(12, 1.6, 1, seed), new Rule.Superiority(1), seed) == Verdict.SUPPORTED)
                .count();
        assertThat(supported).isGreaterThanOrEqualTo(90);
    }

    @Test
    void theNegativeControlIsInconclusiveOrEquivalent() {
        assertThat(verdict(Samples.gaussian(12, 0, 0.4, 1), new Rule.Superiority(1), 1))
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(verdict(Samples.gaussian(12, 0, 4, 1), new Rule.Superiority(1), 1))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }
}
