package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecondaryColumnsTest {
    private static final long SEED = 9;

    @Test
    void theViolationAgreesWithNumPy() {
        double expected = Golden.one("xy.violation");
        double[] x = Golden.all("x");
        double[] y = Golden.all("y");
        // sums of up to 63 steps on either side
        assertThat(StochasticOrder.violation(x, y)).isCloseTo(expected, Golden.rounding(expected, 4 * 63));
        assertThat(StochasticOrder.violation(y, x)).isCloseTo(1 - expected, Golden.rounding(1, 4 * 63));
    }

    @Test
    void anArmAlwaysHigherIsNeverViolated() {
        assertThat(StochasticOrder.violation(new double[] {5, 6}, new double[] {1, 2, 3}))
                .isZero();
        assertThat(StochasticOrder.violation(new double[] {2, 1}, new double[] {1, 2}))
                .isEqualTo(0.5);
        assertThat(StochasticOrder.upperLimit(new double[] {5, 6}, new double[] {1, 2, 3}, 0.95, SEED))
                .isZero();
    }

    @Test
    void theUpperLimitLiesAboveTheViolation() {
        double[] x = Golden.all("x");
        double[] y = Golden.all("y");
        assertThat(StochasticOrder.upperLimit(x, y, 0.95, SEED)).isBetween(StochasticOrder.violation(x, y), 1.0);
    }

    @Test
    void thePosteriorFollowsTheDifferences() {
        Paired clear = Paired.of(3, 4, 5, 3.5, 4.5, 6, 5.5);
        assertThat(Rope.of(clear, 1, SEED).above()).isGreaterThan(0.95);
        assertThat(Rope.of(clear.negated(), 1, SEED).below()).isGreaterThan(0.95);
        assertThat(Rope.of(clear, 10, SEED)).isEqualTo(new Rope(0, 1, 0));
    }
}
