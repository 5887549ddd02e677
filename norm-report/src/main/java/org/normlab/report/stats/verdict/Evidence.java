package org.normlab.report.stats.verdict;

import org.normlab.report.stats.Interval;
import org.normlab.report.stats.Paired;

/**
 * What was measured for one part on one pair of network and data. Positive values are in the claimed direction.
 *
 * @param point the estimate
 * @param interval its deciding interval
 * @param p the p value after Holm's correction; NaN where the part has no test and its interval alone decides
 * @param standardDeviation of the paired differences; NaN where there are none
 * @param replicates how many
 */
public record Evidence(double point, Interval interval, double p, double standardDeviation, int replicates) {

    /**
     * Evidence from paired differences.
     *
     * @param paired the differences; their mean is the estimate
     * @param interval the deciding interval of that mean
     * @param p the p value after Holm's correction
     * @return the evidence
     */
    public static Evidence of(Paired paired, Interval interval, double p) {
        return new Evidence(paired.mean(), interval, p, paired.standardDeviation(), paired.size());
    }

    /**
     * Evidence without a test.
     *
     * @param point the estimate
     * @param interval its interval, at the level of {@link Looks#intervalLevel}
     * @param replicates how many
     * @return the evidence
     */
    public static Evidence byInterval(double point, Interval interval, int replicates) {
        return new Evidence(point, interval, Double.NaN, Double.NaN, replicates);
    }

    /** Whether the test, where there is one, agrees with the interval. */
    boolean testAgrees() {
        return !(p >= Looks.LEVEL);
    }
}
