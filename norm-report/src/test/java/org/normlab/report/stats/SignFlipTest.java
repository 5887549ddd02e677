package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SignFlipTest {
    private static final long SEED = 3;

    @Test
    void agreesWithSciPy() {
        assertThat(SignFlip.p(Paired.of(Golden.all("flip")), SEED)).isEqualTo(Golden.one("flip.p"));
    }

    @Test
    void theSmallestPIsTwoInTwoToTheN() {
        for (int n : new int[] {1, 5, 6, 10, 12, 24}) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> 1 + i);
            assertThat(SignFlip.p(Paired.of(values), SEED)).isEqualTo(Math.scalb(1.0, 1 - n));
        }
    }

    @Test
    void zeroDifferencesProveNothing() {
        assertThat(SignFlip.p(Paired.of(0, 0, 0), SEED)).isEqualTo(1);
    }

    /** 0.1 + 0.2 differs from 0.3 in the last bit of a double, yet the patterns are ties: 4 of 8 reach |0.6|-0.0. */
    @Test
    void equalSumsThatRoundDifferentlyAreTies() {
        double decimal = SignFlip.p(Paired.of(0.1, 0.2, -0.3), SEED);
        assertThat(decimal).isEqualTo(SignFlip.p(Paired.of(1, 2, -3), SEED)).isEqualTo(1);
        assertThat(SignFlip.p(Paired.of(0.1, 0.2, 0.3, -0.3), SEED))
                .isEqualTo(SignFlip.p(Paired.of(1, 2, 3, -3), SEED));
    }

    /** The standard deviation of a share p of 100 000 draws is √(p(1−p)/100 000); four of them are allowed. */
    @Test
    void randomPatternsAgreeWithAllPatterns() {
        double[] values = new double[25];
        Arrays.setAll(values, i -> i < 5 ? i + 1 : 0);
        double exact = SignFlip.p(Paired.of(1, 2, 3, 4, 5), SEED);
        double sampled = SignFlip.p(Paired.of(values), SEED);
        double noise = 4 * Math.sqrt(exact * (1 - exact) / SignFlip.DRAWS);
        assertThat(sampled).isCloseTo(exact, Offset.offset(noise));
    }

    @Test
    void randomPatternsNeverGiveZero() {
        double[] values = new double[70];
        Arrays.fill(values, 1);
        assertThat(SignFlip.p(Paired.of(values), SEED)).isEqualTo(1.0 / (1 + SignFlip.DRAWS));
    }

    @Test
    void aRangeIsTestedAgainstItsNearerLimit() {
        Paired paired = Paired.of(4, 5, 6, 5.5, 4.5, 5.25, 4.75, 5);
        assertThat(SignFlip.p(paired, 2, 10, SEED)).isEqualTo(Math.scalb(1.0, -7));
        assertThat(SignFlip.p(paired, 5, 10, SEED))
                .isEqualTo(SignFlip.p(paired.minus(5), SEED))
                .isGreaterThan(0.5);
    }
}
