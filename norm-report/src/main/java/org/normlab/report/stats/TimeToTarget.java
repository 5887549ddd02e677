package org.normlab.report.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.random.Stream;

/**
 * How much sooner one arm reaches a target than another (after AlgoPerf, Dahl et al. 2023), in steps or in seconds.
 *
 * <p>A run that never reaches the target took infinitely long; it is never dropped, and infinity stays in medians
 * and in the bootstrap. If more than half of an arm's runs miss, no ratio is given: report {@link #missed} instead.
 *
 * <p>Typical use: the {@link #target} from the tuned baseline, {@link #firstReached} for each run of both arms,
 * {@link #speedUp} with its {@link #interval} to show, {@link #logRatios} for the sign-flip test.
 */
public final class TimeToTarget {
    private final double[] baseline;
    private final double[] arm;

    private TimeToTarget(double[] baseline, double[] arm) {
        this.baseline = baseline;
        this.arm = arm;
    }

    /**
     * Two arms on the same replicates.
     *
     * @param baseline the times of the baseline, positive or infinite; not modified
     * @param arm the times of the other arm; not modified
     * @return the comparison
     * @throws NormException SHAPE if the lengths differ or are 0, OPTION if a time is not positive
     */
    public static TimeToTarget of(double[] baseline, double[] arm) {
        if (baseline.length != arm.length || arm.length == 0) {
            throw NormException.about(Kind.SHAPE, "TimeToTarget", "replicates", arm.length)
                    .because("do not match the baseline's " + baseline.length, "run both arms on the same replicates");
        }
        refuseNotPositive(baseline);
        refuseNotPositive(arm);
        return new TimeToTarget(baseline.clone(), arm.clone());
    }

    private static void refuseNotPositive(double[] times) {
        for (double time : times) {
            if (!(time > 0)) {
                throw NormException.about(Kind.OPTION, "TimeToTarget", "time", time)
                        .because("is not positive", "count from the start of training; a miss is infinite");
            }
        }
    }

    /**
     * The target that an arm must reach.
     *
     * @param bestErrors the best validation error of the tuned baseline, one a replicate; not modified
     * @return their median
     */
    public static double target(double... bestErrors) {
        return median(bestErrors.clone());
    }

    /**
     * When a run first reached the target.
     *
     * @param times when the error was measured, ascending; not modified
     * @param errors the error measured then; not modified
     * @param target the error to reach
     * @return the first time with an error of at most the target, or infinity
     */
    public static double firstReached(double[] times, double[] errors, double target) {
        for (int i = 0; i < times.length; i++) {
            if (errors[i] <= target) {
                return times[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The share of runs that never reached the target.
     *
     * @param times times to the target, infinite where missed; not modified
     * @return the share, in [0, 1]
     */
    public static double missed(double... times) {
        return (double) Arrays.stream(times).filter(Double::isInfinite).count() / times.length;
    }

    /**
     * Median time of the baseline over median time of the arm: above 1 the arm is faster.
     *
     * @return the ratio, maybe 0 or infinite; empty if more than half of an arm's runs miss or both medians are
     *     infinite
     */
    public OptionalDouble speedUp() {
        double ratio = median(baseline.clone()) / median(arm.clone());
        boolean unknown = Double.isNaN(ratio) || missed(baseline) > 0.5 || missed(arm) > 0.5;
        return unknown ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }

    /**
     * The percentile interval of {@link #speedUp}, replicates resampled in pairs, {@value Bca#RESAMPLES} times. A
     * resample where both medians are infinite tells nothing: it counts as 0 for the lower end and as infinity for
     * the upper.
     *
     * @param level the confidence level, in (0, 1)
     * @param seed the seed of the resampling
     * @return the interval, empty where the ratio is
     */
    public Optional<Interval> interval(double level, long seed) {
        if (speedUp().isEmpty()) {
            return Optional.empty();
        }
        double[] ratios = resampledRatios(Stream.of(seed));
        double tail = (1 - level) / 2;
        double low = Percentiles.lower(withUnknown(ratios, 0), tail);
        double high = Percentiles.upper(withUnknown(ratios, Double.POSITIVE_INFINITY), tail);
        return Optional.of(new Interval(low, high, level, Interval.Method.PERCENTILE));
    }

    /**
     * Log ratios baseline over arm for the sign-flip test, a miss taking the whole budget. That shortens the time of a
     * miss, so it can hide an effect but not create one.
     *
     * @param budget the time at which every run ended
     * @return the paired log ratios; positive where the arm is faster
     */
    public Paired logRatios(double budget) {
        return Paired.logRatios(censored(baseline, budget), censored(arm, budget));
    }

    private double[] resampledRatios(Stream draws) {
        int n = baseline.length;
        double[] first = new double[n];
        double[] second = new double[n];
        double[] ratios = new double[Bca.RESAMPLES];
        for (int r = 0; r < ratios.length; r++) {
            for (int i = 0; i < n; i++) {
                int drawn = draws.below(n);
                first[i] = baseline[drawn];
                second[i] = arm[drawn];
            }
            ratios[r] = median(first) / median(second);
        }
        return ratios;
    }

    private static double[] withUnknown(double[] ratios, double unknown) {
        return Arrays.stream(ratios)
                .map(ratio -> Double.isNaN(ratio) ? unknown : ratio)
                .sorted()
                .toArray();
    }

    private static double[] censored(double[] times, double budget) {
        return Arrays.stream(times).map(time -> Math.min(time, budget)).toArray();
    }

    /** The median on the extended reals; sorts its argument. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
