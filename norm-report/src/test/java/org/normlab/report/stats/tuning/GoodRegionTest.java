package org.normlab.report.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoodRegionTest {
    /** Errors at 2⁻³, 2⁻², ... */
    private static double octaves(int best, double... errors) {
        double[] rates = IntStream.range(0, errors.length)
                .mapToDouble(i -> Math.scalb(1.0, i - 3))
                .toArray();
        return GoodRegion.octaves(rates, errors, best, 1);
    }

    @Test
    void widthIsCountedInOctavesAroundTheBest() {
        assertThat(octaves(3, 4, 9, 3.5, 3, 3.9, 8)).isEqualTo(2);
        assertThat(octaves(1, 9, 3, 9)).isZero();
    }
}
