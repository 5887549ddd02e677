package org.normlab.report.stats;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/** The score interval of a share (Wilson 1927), without continuity correction; it stays within [0, 1]. */
public final class Wilson {
    private Wilson() {}

    /**
     * The interval (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) with p = successes/trials.
     *
     * @param successes from 0 to {@code trials}; a tie may count half
     * @param trials how many, at least 1
     * @param level the confidence level, in (0, 1)
     * @return the interval
     * @throws NormException OPTION if the share is not one
     */
    public static Interval interval(double successes, int trials, double level) {
        if (!(successes >= 0 && successes <= trials && trials > 0)) {
            throw NormException.about(Kind.OPTION, "Wilson", "successes", successes)
                    .because("is not from 0 to trials = " + trials, "count at least one trial");
        }
        double z = -Normal.quantile((1 - level) / 2);
        double share = successes / trials;
        double weight = z * z / trials;
        double centre = share + weight / 2;
        double half = Math.sqrt(weight * (share * (1 - share) + weight / 4));
        double low = successes == 0 ? 0 : (centre - half) / (1 + weight);
        double high = successes == trials ? 1 : (centre + half) / (1 + weight);
        return new Interval(low, high, level, Interval.Method.WILSON);
    }
}
