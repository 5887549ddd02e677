package org.normlab.report.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * P(X &gt; Y): how likely a run of one arm scores higher than a run of another on a task drawn at random (Agarwal et
 * al. 2021). Ties count half; 0.5 says no difference.
 */
public final class ProbabilityOfImprovement {
    private ProbabilityOfImprovement() {}

    /**
     * The mean over tasks of U/(n m), U being the Mann-Whitney statistic.
     *
     * @param x the scores of the runs of each task; not modified
     * @param y the scores of the other arm on the same tasks; not modified
     * @return the probability that X is higher
     */
    public static double of(double[][] x, double[][] y) {
        double sum = 0;
        for (int task = 0; task < x.length; task++) {
            double wins = MannWhitneyUTest.withDefaults().statistic(x[task], y[task]);
            sum += wins / x[task].length / y[task].length;
        }
        return sum / x.length;
    }

    /**
     * The stratified bootstrap interval of {@link #of}; the runs of both arms are resampled.
     *
     * @param x the scores of the runs of each task; not modified
     * @param y the scores of the other arm on the same tasks; not modified
     * @param level the confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return the interval
     */
    public static Interval interval(double[][] x, double[][] y, double level, long seed) {
        double[][] both = Stream.concat(Arrays.stream(x), Arrays.stream(y)).toArray(double[][]::new);
        return StratifiedBootstrap.interval(both, ProbabilityOfImprovement::ofHalves, level, seed);
    }

    private static double ofHalves(double[][] both) {
        int tasks = both.length / 2;
        return of(Arrays.copyOf(both, tasks), Arrays.copyOfRange(both, tasks, both.length));
    }

    /**
     * All arms against all others.
     *
     * @param arms for each arm the scores of the runs of each task; not modified
     * @return [i][j] = P(arm i &gt; arm j); 0.5 on the diagonal
     */
    public static double[][] matrix(List<double[][]> arms) {
        return arms.stream()
                .map(x -> arms.stream().mapToDouble(y -> of(x, y)).toArray())
                .toArray(double[][]::new);
    }
}
