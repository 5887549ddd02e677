package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;

class IntervalTest {
    private static final Interval INTERVAL = new Interval(1, 4, 0.95, Interval.Method.PERCENTILE);

    @Test
    void endsBelongToTheInterval() {
        assertThat(INTERVAL.contains(1)).isTrue();
        assertThat(INTERVAL.contains(4)).isTrue();
        assertThat(INTERVAL.isInside(1, 5)).isFalse();
        assertThat(INTERVAL.isInside(0.5, 5)).isTrue();
        assertThat(INTERVAL.isOutside(4, 9)).isFalse();
        assertThat(INTERVAL.isOutside(4.5, 9)).isTrue();
    }

    @Test
    void logarithmsAndMirrorsKeepLevelAndMethod() {
        assertThat(INTERVAL.map(StrictMath::log).high()).isEqualTo(StrictMath.log(4));
        assertThat(INTERVAL.negated()).isEqualTo(new Interval(-4, -1, 0.95, Interval.Method.PERCENTILE));
    }

    @Test
    void refusesExchangedEndsAndImpossibleLevels() {
        assertThatThrownBy(() -> new Interval(2, 1, 0.95, Interval.Method.BCA)).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, 0.95, Interval.Method.BCA))
                .isInstanceOf(NormException.class);
        assertThatThrownBy(() -> new Interval(1, 2, 95, Interval.Method.BCA))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("use 0.95");
    }
}
