package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawsTest {
    /** Each count has a standard deviation of √(n p (1−p)) = 93; five of them are allowed. */
    @Test
    void boundedDrawsAreEquallyLikely() {
        Draws draws = new Draws(1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[draws.below(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(10_000 - 5 * 93, 10_000 + 5 * 93);
        }
    }

    @Test
    void unitDrawsAreNeverZero() {
        Draws draws = new Draws(2);
        for (int i = 0; i < 1_000; i++) {
            assertThat(draws.unit()).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
    }
}
