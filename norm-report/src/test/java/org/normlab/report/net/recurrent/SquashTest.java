package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashTest {
    /** The polynomial errs by at most 0.3466^12/12! = 7e-15 of exp, which changes neither function by more; rounding adds 1e-15. */
    private static final double TOLERANCE = 8e-15;

    @Test
    void isStrictMathWithinAFewLastDigits() {
        for (double x = -50; x <= 50; x += 0.0137) {
            assertThat(Squash.tanh(x)).as("tanh %s", x).isCloseTo(StrictMath.tanh(x), within(TOLERANCE));
            assertThat(Squash.sigmoid(x))
                    .as("sigmoid %s", x)
                    .isCloseTo(1 / (1 + StrictMath.exp(-x)), within(TOLERANCE));
        }
    }

    @Test
    void knowsItsLimits() {
        assertThat(Squash.tanh(0)).isZero();
        assertThat(Squash.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Squash.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Squash.sigmoid(Double.NaN)).isNaN();
        assertThat(Squash.tanh(Double.NaN)).isNaN();
    }
}
