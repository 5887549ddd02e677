package org.normlab.report.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
    @ParameterizedTest
    @CsvSource({"1, 10", "15, 10", "16, 11", "30, 11", "31, 12", "41, 12", "60, 12", "61, 13"})
    void morePartsNeedMoreReplicates(int parts, int replicates) {
        assertThat(Looks.firstLook(parts)).isEqualTo(replicates);
        assertThat(Looks.secondLook(parts)).isEqualTo(2 * replicates);
    }

    /** ceil(9.12 / effect²) + 2 by hand. */
    @ParameterizedTest
    @CsvSource({"1.0, 12", "0.8, 17", "0.5, 39"})
    void smallerEffectsNeedMoreReplicates(double effect, int needed) {
        assertThat(Looks.replicatesNeeded(1, effect)).isEqualTo(needed);
    }

    @Test
    void theIntervalOfOnePartIsTheDecidingOne() {
        assertThat(Looks.intervalLevel(1)).isEqualTo(Looks.DECIDING);
        assertThat(Looks.intervalLevel(2)).isCloseTo(0.9853, Offset.offset(Math.ulp(1.0)));
    }
}
