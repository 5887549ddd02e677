package org.normlab.report.random;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One sequence of random draws from the generator L64X128MixRandom (Steele and Vigna 2021).
 *
 * <p>Everything is derived from 64-bit draws by the code here, so the draws are the same on every Java. Not thread-safe.
 */
public final class Stream {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final double UNIT = 0x1p-53;

    private final RandomGenerator generator;

    private Stream(long seed) {
        generator = FACTORY.create(seed);
    }

    /**
     * The stream of a seed, at its start. What trials draw from is named, see {@link Streams}.
     *
     * @param seed any
     * @return a new stream, the same draws each time
     */
    public static Stream of(long seed) {
        return new Stream(seed);
    }

    /**
     * 64 random bits.
     *
     * @return any long
     */
    public long nextLong() {
        return generator.nextLong();
    }

    /**
     * A uniform draw.
     *
     * @return a multiple of 2⁻⁵³ from 0 to below 1
     */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * A draw from the standard normal distribution, by the polar method (Marsaglia and Bray 1964); the second number of the
     * pair is not used.
     *
     * @return any finite number
     */
    public double gaussian() {
        double x;
        double square;
        do {
            x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }

    /**
     * A uniform integer, by rejection.
     *
     * @param bound at least 1
     * @return from 0 to bound−1
     */
    public int below(int bound) {
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long draw;
        do {
            draw = nextLong() >>> 1;
        } while (draw >= limit);
        return (int) (draw % bound);
    }

    /**
     * A uniform permutation (Fisher and Yates 1938, Durstenfeld's form).
     *
     * @param count how many elements
     * @return a new array of 0 to count−1 in random order
     */
    public int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
