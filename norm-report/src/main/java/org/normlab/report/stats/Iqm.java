package org.normlab.report.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The interquartile mean: the mean of the middle half of the values (Agarwal et al. 2021).
 *
 * <p>Without the floor(n/4) lowest and as many highest values; for fewer than four values it is the mean. Across
 * tasks all runs of all tasks are pooled first, so every task must be measured in the same unit.
 */
public final class Iqm {
    private Iqm() {}

    /**
     * The interquartile mean of some values.
     *
     * @param values at least one; not modified
     * @return the mean of the middle half
     */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 4;
        return Mean.ofRange(sorted, cut, sorted.length - cut).getAsDouble();
    }

    /**
     * The interquartile mean over the runs of several tasks.
     *
     * @param tasks the runs of each task; not modified
     * @return the mean of the middle half of all runs
     */
    public static double across(double[][] tasks) {
        return of(Arrays.stream(tasks).flatMapToDouble(Arrays::stream).toArray());
    }

    /**
     * The stratified bootstrap interval of {@link #across}.
     *
     * @param tasks the runs of each task; not modified
     * @param level the confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return the interval
     */
    public static Interval interval(double[][] tasks, double level, long seed) {
        return StratifiedBootstrap.interval(tasks, Iqm::across, level, seed);
    }
}
