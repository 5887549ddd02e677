package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;

class TimeToTargetTest {
    private static final double MISS = Double.POSITIVE_INFINITY;
    private static final double[] BASELINE = {80, 100, 120, MISS, 90};
    private static final double[] ARM = {20, 25, 30, 40, 22.5};

    @Test
    void theTargetIsTheMedianOfTheBaseline() {
        assertThat(TimeToTarget.target(7, 5, 6)).isEqualTo(6);
        assertThat(TimeToTarget.target(7, 5)).isEqualTo(6);
    }

    @Test
    void arrivalIsTheFirstErrorAtMostTheTarget() {
        double[] times = {10, 20, 30};
        assertThat(TimeToTarget.firstReached(times, new double[] {9, 5, 4}, 5)).isEqualTo(20);
        assertThat(TimeToTarget.firstReached(times, new double[] {9, Double.NaN, 6}, 5))
                .isInfinite();
    }

    @Test
    void missesStayInTheMedian() {
        TimeToTarget times = TimeToTarget.of(BASELINE, ARM);
        assertThat(times.speedUp()).hasValue(4);
        Interval interval = times.interval(0.95, 1).orElseThrow();
        assertThat(interval.contains(4)).isTrue();
        assertThat(interval.high()).isInfinite();
        assertThat(TimeToTarget.missed(BASELINE)).isEqualTo(0.2);
    }

    @Test
    void mostlyMissingGivesNoRatio() {
        TimeToTarget times = TimeToTarget.of(new double[] {MISS, MISS, 10}, new double[] {5, 5, 5});
        assertThat(times.speedUp()).isEmpty();
        assertThat(times.interval(0.95, 1)).isEmpty();
    }

    @Test
    void theIntervalOfPairedTimesIgnoresWhatBothShare() {
        double[] slow = {10, 1000, 40, 7, 300, 2, 90};
        double[] twice = {5, 500, 20, 3.5, 150, 1, 45};
        Interval interval = TimeToTarget.of(slow, twice).interval(0.9706, 1).orElseThrow();
        assertThat(interval.low()).isEqualTo(interval.high()).isEqualTo(2);
    }

    @Test
    void resamplesWithoutAnyArrivalCountAgainstBothEnds() {
        Interval interval = TimeToTarget.of(new double[] {MISS, 10, 12}, new double[] {MISS, 5, 4})
                .interval(0.95, 1)
                .orElseThrow();
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isInfinite();
    }

    @Test
    void aMissTakesTheWholeBudgetInTheTest() {
        Paired logs = TimeToTarget.of(BASELINE, ARM).logRatios(160);
        assertThat(logs.values()[3]).isEqualTo(StrictMath.log(4));
    }

    @Test
    void refusesTimesThatAreNotPositive() {
        assertThatThrownBy(() -> TimeToTarget.of(new double[] {0}, new double[] {1}))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("a miss is infinite");
        assertThatThrownBy(() -> TimeToTarget.of(new double[2], new double[1])).isInstanceOf(NormException.class);
    }
}
