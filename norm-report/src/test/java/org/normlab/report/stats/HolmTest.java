package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void agreesWithStatsmodels() {
        double[] expected = Golden.all("holm.adjusted");
        double[] adjusted = Holm.adjusted(Golden.all("holm"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted[i]).isCloseTo(expected[i], Golden.rounding(expected[i], 2));
        }
    }

    @Test
    void noTestsNeedNoCorrection() {
        assertThat(Holm.adjusted()).isEmpty();
        assertThat(Holm.adjusted(0.03)).containsExactly(0.03);
    }
}
