package org.normlab.report.stats.verdict;

/**
 * The two looks at the data and their level.
 *
 * <p>Two looks at {@value #LEVEL} each keep the error of both together at 0.05 (Pocock 1977). The second look has twice
 * the replicates of the first and is taken only for parts that lacked precision; nothing is judged in between.
 */
public final class Looks {
    /** The level of each look. */
    public static final double LEVEL = 0.0294;

    /** The confidence level of the interval that decides. */
    public static final double DECIDING = 1 - LEVEL;

    /** The confidence level of the interval that is drawn. */
    public static final double DRAWN = 0.95;

    private static final int LEAST_REPLICATES = 10;

    /** (z of the level + z of power 0.8)² = (2.178 + 0.842)². */
    private static final double LEVEL_AND_POWER = 9.12;

    private Looks() {}

    /**
     * The replicates of the first look: at least {@value #LEAST_REPLICATES}, and enough that the smallest sign-flip p,
     * 2/2ⁿ, survives the correction over all parts.
     *
     * @param parts K, how many parts are judged in one report
     * @return n₁
     */
    public static int firstLook(int parts) {
        int n = LEAST_REPLICATES;
        while (Math.scalb(1.0, 1 - n) > LEVEL / parts) {
            n++;
        }
        return n;
    }

    /**
     * The replicates of the second look.
     *
     * @param parts K, how many parts are judged in one report
     * @return 2 n₁
     */
    public static int secondLook(int parts) {
        return 2 * firstLook(parts);
    }

    /**
     * The level of the interval of a part without a paired mean, which is judged by its interval alone.
     *
     * @param parts K, how many parts are judged in one report
     * @return 1 − {@value #LEVEL}/K
     */
    public static double intervalLevel(int parts) {
        return 1 - LEVEL / parts;
    }

    /**
     * The replicates that find an effect of the smallest size of interest with power 0.8:
     * ceil({@value #LEVEL_AND_POWER} (sd/SESOI)²) + 2.
     *
     * @param standardDeviation of the paired differences
     * @param sesoi the smallest effect of interest, above 0
     * @return how many in all, at most 2³¹−1
     */
    public static int replicatesNeeded(double standardDeviation, double sesoi) {
        double ratio = standardDeviation / sesoi;
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(LEVEL_AND_POWER * ratio * ratio) + 2);
    }
}
