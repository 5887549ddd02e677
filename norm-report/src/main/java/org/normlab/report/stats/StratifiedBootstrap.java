package org.normlab.report.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.normlab.report.random.Stream;

/**
 * The percentile bootstrap over several tasks (Agarwal et al. 2021): runs are resampled within their task, tasks are
 * kept, since the tasks were chosen and the runs were drawn.
 */
public final class StratifiedBootstrap {
    /** Resamples drawn for an interval. */
    public static final int RESAMPLES = 50_000;

    private StratifiedBootstrap() {}

    /**
     * The interval of any statistic of the runs of all tasks.
     *
     * @param tasks the runs of each task; not modified
     * @param statistic a function of such an array that neither keeps nor changes it; never NaN
     * @param level the confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return the interval
     */
    public static Interval interval(double[][] tasks, ToDoubleFunction<double[][]> statistic, double level, long seed) {
        Stream draws = Stream.of(seed);
        double[][] resample = Arrays.stream(tasks).map(double[]::clone).toArray(double[][]::new);
        double[] statistics = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            refill(resample, tasks, draws);
            statistics[r] = statistic.applyAsDouble(resample);
        }
        Arrays.sort(statistics);
        double tail = (1 - level) / 2;
        double low = Percentiles.lower(statistics, tail);
        return new Interval(low, Percentiles.upper(statistics, tail), level, Interval.Method.PERCENTILE);
    }

    private static void refill(double[][] resample, double[][] tasks, Stream draws) {
        for (int task = 0; task < tasks.length; task++) {
            for (int run = 0; run < tasks[task].length; run++) {
                resample[task][run] = tasks[task][draws.below(tasks[task].length)];
            }
        }
    }
}
