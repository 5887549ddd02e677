package org.normlab.report.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Performance profiles: the share of runs that reach a threshold, as a function of the threshold. A profile that lies
 * above another everywhere is better at every standard, not only on average.
 */
public final class PerformanceProfile {
    private PerformanceProfile() {}

    /**
     * The score profile ρ(τ): the mean over tasks of the share of runs with a score above τ (Agarwal et al. 2021).
     *
     * @param tasks the scores of the runs of each task, higher is better; not modified
     * @param thresholds the values of τ; not modified
     * @return one share a threshold
     */
    public static double[] above(double[][] tasks, double... thresholds) {
        return profile(thresholds, tau -> shareOfTasks(tasks, score -> score > tau ? 1 : 0));
    }

    /**
     * The cost profile ρ(τ): the mean over tasks of the share of runs with a cost of at most τ (Dolan and Moré 2002,
     * for the ratios of {@link #ratiosToBest}). An infinite cost reaches no threshold.
     *
     * @param tasks the costs of the runs of each task, lower is better; not modified
     * @param thresholds the values of τ; not modified
     * @return one share a threshold
     */
    public static double[] within(double[][] tasks, double... thresholds) {
        return profile(thresholds, tau -> shareOfTasks(tasks, cost -> cost <= tau ? 1 : 0));
    }

    /**
     * Each cost divided by the lowest cost of the same task over all arms.
     *
     * @param arms for each arm its cost on each task, positive or infinite; not modified
     * @return ratios of at least 1, infinite where the cost is
     */
    public static double[][] ratiosToBest(double[][] arms) {
        double[][] ratios = Arrays.stream(arms).map(double[]::clone).toArray(double[][]::new);
        for (int task = 0; task < ratios[0].length; task++) {
            int column = task;
            double best =
                    Arrays.stream(arms).mapToDouble(arm -> arm[column]).min().getAsDouble();
            for (double[] arm : ratios) {
                arm[task] = Double.isInfinite(arm[task]) ? arm[task] : arm[task] / best;
            }
        }
        return ratios;
    }

    private static double[] profile(double[] thresholds, DoubleUnaryOperator share) {
        return Arrays.stream(thresholds).map(share).toArray();
    }

    private static double shareOfTasks(double[][] tasks, DoubleUnaryOperator counts) {
        double sum = 0;
        for (double[] runs : tasks) {
            sum += Arrays.stream(runs).map(counts).sum() / runs.length;
        }
        return sum / tasks.length;
    }
}
