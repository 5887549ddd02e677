package org.normlab.report.stats;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random draws whose bits depend on the seed alone, whatever the JDK: only {@code nextLong} of a named generator is
 * used, since the JDK may change how it derives bounded integers.
 */
final class Draws {
    private final RandomGenerator random;

    Draws(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** All 64 bits of the next draw. */
    long bits() {
        return random.nextLong();
    }

    /**
     * An integer from 0 to {@code bound}−1, all equally likely: draws from the incomplete last stretch are rejected.
     */
    int below(int bound) {
        while (true) {
            long draw = random.nextLong() >>> 1;
            long value = draw % bound;
            if (draw - value + (bound - 1) >= 0) {
                return (int) value;
            }
        }
    }

    /** A number of the grid of multiples of 2⁻⁵³ in (0, 1]. */
    double unit() {
        return ((random.nextLong() >>> 11) + 1) * 0x1p-53;
    }
}
