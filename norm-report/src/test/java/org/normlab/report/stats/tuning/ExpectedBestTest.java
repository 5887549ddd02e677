package org.normlab.report.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.report.stats.Golden;

class ExpectedBestTest {

    @Test
    void itIsTheMeanOverAllChoices() {
        double[] scores = {7, 2, 9, 4, 4, 1, 100};
        double[] expected = ExpectedBest.of(scores);
        for (int k = 1; k <= scores.length; k++) {
            double exact = meanOfMinima(scores, k);
            // a product and a sum for each of the seven scores
            assertThat(expected[k - 1]).isCloseTo(exact, Golden.rounding(exact, 14));
        }
    }

    private static double meanOfMinima(double[] scores, int k) {
        return IntStream.range(0, 1 << scores.length)
                .filter(chosen -> Integer.bitCount(chosen) == k)
                .mapToDouble(chosen -> IntStream.range(0, scores.length)
                        .filter(i -> (chosen >> i & 1) != 0)
                        .mapToDouble(i -> scores[i])
                        .min()
                        .getAsDouble())
                .average()
                .getAsDouble();
    }
}
