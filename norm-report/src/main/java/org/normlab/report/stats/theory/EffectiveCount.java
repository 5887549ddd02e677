package org.normlab.report.stats.theory;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/** How many independent values a statistic over images is worth: neighbouring pixels say much the same. */
public final class EffectiveCount {
    private EffectiveCount() {}

    /**
     * m_eff = N S / (1 + (S − 1) ρ).
     *
     * @param examples N
     * @param positions S, positions an example
     * @param correlation ρ within an example, in [0, 1]
     * @return from N (ρ = 1) to N S (ρ = 0)
     */
    public static double of(int examples, int positions, double correlation) {
        return (double) examples * positions / (1 + (positions - 1) * correlation);
    }

    /**
     * The correlation within an example, from a one-way analysis of variance: (MSB − MSW)/(MSB + (S − 1) MSW), cut to
     * [0, 1]. A network's channel statistic takes the median of this over the channels.
     *
     * @param values one row an example, one column a position, of one channel; not modified
     * @return ρ; 0 if all values are equal
     * @throws NormException TOO_FEW if there are fewer than two examples or two positions
     */
    public static double correlation(double[][] values) {
        if (values.length < 2 || values[0].length < 2) {
            throw NormException.about(Kind.TOO_FEW, "EffectiveCount", "examples", values.length)
                    .because("or their positions are fewer than 2", "give two examples of two positions at least");
        }
        int positions = values[0].length;
        double[] means = Arrays.stream(values).mapToDouble(EffectiveCount::mean).toArray();
        double within = 0;
        for (int example = 0; example < values.length; example++) {
            within += squares(values[example], means[example]);
        }
        within /= (double) values.length * (positions - 1);
        double between = positions * squares(means, mean(means)) / (values.length - 1);
        double total = between + (positions - 1) * within;
        return total == 0 ? 0 : Math.max(0, (between - within) / total);
    }

    private static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
