package org.normlab.report.stats;

import java.util.Arrays;
import org.normlab.report.random.Stream;

/**
 * How much of the posterior of the median difference lies in the region of practical equivalence: the Bayesian
 * signed-rank test (Benavoli et al. 2014), as used by autorank. A secondary column; it decides nothing.
 *
 * <p>{@value #DRAWS} times, weights w are drawn from a Dirichlet distribution with parameter 1 for each difference and
 * for one prior observation at 0; the region that holds the largest share of Σᵢⱼ wᵢ wⱼ over the pair means (dᵢ +
 * dⱼ)/2 wins the draw.
 *
 * @param below share of draws won by pair means under −limit
 * @param inside share won by pair means within ±limit, ends included; ties between regions go here
 * @param above share won by pair means over the limit
 */
public record Rope(double below, double inside, double above) {
    /** Draws from the posterior. */
    public static final int DRAWS = 10_000;

    /** Brings uniform draws from [0, 1) to (0, 1]: 0 has no logarithm. */
    private static final double STEP = 0x1p-53;

    /**
     * Draws from the posterior.
     *
     * @param paired the differences
     * @param limit half the width of the region, at least 0
     * @param seed the seed of the draws
     * @return the three shares
     */
    public static Rope of(Paired paired, double limit, long seed) {
        double[] values = Arrays.copyOf(paired.sorted(), paired.size() + 1);
        Stream draws = Stream.of(seed);
        double[] weights = new double[values.length];
        double low = 0;
        double high = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.setAll(weights, i -> -StrictMath.log(draws.uniform() + STEP));
            double below = weightBeyond(limit, -1, values, weights);
            double above = weightBeyond(limit, 1, values, weights);
            double inside = square(weights) - below - above;
            low += below > inside && below > above ? 1 : 0;
            high += above > inside && above > below ? 1 : 0;
        }
        return new Rope(low / DRAWS, (DRAWS - low - high) / DRAWS, high / DRAWS);
    }

    /** The weight of all pairs. */
    private static double square(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum * sum;
    }

    private static double weightBeyond(double limit, double sign, double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                sum += sign * (values[i] + values[j]) > 2 * limit ? weights[i] * weights[j] : 0;
            }
        }
        return sum;
    }
}
