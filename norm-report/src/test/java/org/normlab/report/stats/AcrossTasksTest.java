package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcrossTasksTest {
    private static final double[][] TASKS = {{1, 2, 3, 4, 100}, {5, 6, 7}};
    private static final long SEED = 5;

    @Test
    void theInterquartileMeanLeavesOutTheExtremes() {
        assertThat(Iqm.of(9, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Iqm.of(7, 1)).isEqualTo(4);
        assertThat(Iqm.across(TASKS)).isEqualTo((3 + 4 + 5 + 6) / 4.0);
    }

    @Test
    void runsAreResampledWithinTheirTask() {
        double[][] constant = {{1, 1}, {3, 3, 3}};
        Interval interval = Iqm.interval(constant, 0.95, SEED);
        assertThat(interval.low()).isEqualTo(interval.high()).isEqualTo(Iqm.across(constant));
    }

    @Test
    void theIntervalContainsTheEstimate() {
        Interval interval = Iqm.interval(TASKS, 0.95, SEED);
        assertThat(interval.contains(Iqm.across(TASKS))).isTrue();
        assertThat(interval.high()).isLessThan(100);
    }

    @Test
    void scoreProfilesFallAndCostProfilesRise() {
        assertThat(PerformanceProfile.above(TASKS, 0, 3, 6.5, 100)).containsExactly(1, 0.7, (0.2 + 1.0 / 3) / 2, 0);
        assertThat(PerformanceProfile.within(TASKS, 0, 3, 100)).containsExactly(0, 0.3, 1);
    }

    @Test
    void aMissReachesNoThreshold() {
        double miss = Double.POSITIVE_INFINITY;
        double[][] ratios = PerformanceProfile.ratiosToBest(new double[][] {{2, miss, miss}, {4, 3, miss}});
        assertThat(ratios).isDeepEqualTo(new double[][] {{1, miss, miss}, {2, 1, miss}});
        assertThat(PerformanceProfile.within(new double[][] {ratios[1]}, 1, 4)).containsExactly(1 / 3.0, 2 / 3.0);
    }

    @Test
    void improvementAgreesWithSciPy() {
        double[][] x = {Golden.all("x")};
        double[][] y = {Golden.all("y")};
        double expected = Golden.one("xy.improvement");
        assertThat(ProbabilityOfImprovement.of(x, y)).isCloseTo(expected, Golden.rounding(expected, 2));
        assertThat(ProbabilityOfImprovement.interval(x, y, 0.95, SEED).contains(expected))
                .isTrue();
    }

    @Test
    void improvementsOfBothArmsAddToOne() {
        double[][] other = {{2, 2, 8}, {6, 1}};
        double[][] matrix = ProbabilityOfImprovement.matrix(List.of(TASKS, other));
        assertThat(matrix[0][0]).isEqualTo(0.5);
        assertThat(matrix[0][1] + matrix[1][0]).isCloseTo(1, Golden.rounding(1, 4));
    }
}
