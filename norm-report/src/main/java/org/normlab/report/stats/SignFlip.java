package org.normlab.report.stats;

import java.util.Arrays;
import org.normlab.report.random.Stream;

/**
 * The two-sided sign-flip test of paired differences (Fisher 1935): were the arms exchangeable, every difference
 * might as well have had the other sign.
 *
 * <p>p is the share of sign patterns whose |Σ±d| is at least the observed |Σd|: all 2ⁿ patterns up to n =
 * {@value #EXACT_UP_TO}, else {@value #DRAWS} random ones, where p = (1 + hits)/(1 + draws). Differences of zero stay.
 * The smallest p of n replicates is 2/2ⁿ: five never reach 0.05. If all differences are zero, p is 1.
 *
 * <p>Sums are kept as integers, the largest difference being 2⁴⁰ units, and sums closer than the rounding of their
 * terms count as ties. So p depends neither on the order of the replicates nor on which arm comes first.
 */
public final class SignFlip {
    /** Up to so many replicates every sign pattern is visited. */
    public static final int EXACT_UP_TO = 24;

    /** Random sign patterns for more replicates. */
    public static final int DRAWS = 100_000;

    private static final double UNITS = 0x1p40;

    private final long[] sizes;
    private final long observed;

    private SignFlip(Paired paired) {
        double[] differences = paired.sorted();
        double largest = Math.max(Math.abs(differences[0]), Math.abs(differences[differences.length - 1]));
        long[] units = new long[differences.length];
        Arrays.setAll(units, i -> Math.round(differences[i] / largest * UNITS));
        // a unit is rounded by a little more than half, in both sums that are compared
        observed = Math.abs(Arrays.stream(units).sum()) - (units.length + 1);
        sizes = Arrays.stream(units).map(Math::abs).sorted().toArray();
    }

    /**
     * The p value against a mean difference of 0.
     *
     * @param paired the differences
     * @param seed the seed of the random sign patterns; without effect up to n = {@value #EXACT_UP_TO}
     * @return p, in (0, 1]
     */
    public static double p(Paired paired, long seed) {
        SignFlip test = new SignFlip(paired);
        return paired.size() <= EXACT_UP_TO ? test.exact() : test.sampled(Stream.of(seed));
    }

    /**
     * The p value against every mean difference outside a range: the larger of those against its two limits.
     *
     * @param paired the differences
     * @param low the lower limit
     * @param high the upper limit
     * @param seed as in {@link #p}
     * @return p, in (0, 1]
     */
    public static double p(Paired paired, double low, double high, long seed) {
        return Math.max(p(paired.minus(low), seed), p(paired.minus(high), seed));
    }

    /** Visits half of the patterns, each one sign away from the last (Gray 1953); the other half mirrors them. */
    private double exact() {
        int free = sizes.length - 1;
        long patterns = 1L << free;
        long sum = Arrays.stream(sizes).sum();
        long hits = hit(sum);
        for (long step = 1; step < patterns; step++) {
            int flipped = Long.numberOfTrailingZeros(step);
            boolean negative = ((step ^ step >>> 1) >>> flipped & 1) != 0;
            sum += negative ? -2 * sizes[flipped] : 2 * sizes[flipped];
            hits += hit(sum);
        }
        return (double) hits / patterns;
    }

    private double sampled(Stream draws) {
        long hits = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            hits += hit(randomSum(draws));
        }
        return (1.0 + hits) / (1.0 + DRAWS);
    }

    private long randomSum(Stream draws) {
        long sum = 0;
        long signs = 0;
        for (int i = 0; i < sizes.length; i++) {
            signs = i % Long.SIZE == 0 ? draws.nextLong() : signs >>> 1;
            sum += (signs & 1) == 0 ? sizes[i] : -sizes[i];
        }
        return sum;
    }

    private int hit(long sum) {
        return Math.abs(sum) >= observed ? 1 : 0;
    }
}
