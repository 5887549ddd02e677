package org.normlab.report.study;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * Seconds seen by kind of trial, and what follows for the trials that have not ended. Counts only, so that a forecast costs no
 * more in a long study. Not for use by several threads.
 */
final class Pace {
    private static final List<Field<?>> KIND = List.of(
            Fields.NETWORK, Fields.DEPTH, Fields.WIDTH, Fields.NORM, Fields.DATA, Fields.BATCH_SIZE, Fields.SAMPLES);

    private final Map<String, DoubleSummaryStatistics> seen = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();

    /** What trials of about the same cost share. */
    private static String kind(Trial trial) {
        return KIND.stream().map(trial::text).collect(Collectors.joining("\n"));
    }

    /** A trial that has to be run. */
    void awaits(Trial trial) {
        left.merge(kind(trial), 1, Integer::sum);
    }

    /** A trial that was awaited and came from elsewhere. */
    void found(Trial trial) {
        left.merge(kind(trial), -1, Integer::sum);
    }

    /** A trial that was awaited and was run. */
    void saw(Trial trial, double seconds) {
        found(trial);
        seen.computeIfAbsent(kind(trial), kind -> new DoubleSummaryStatistics()).accept(seconds);
    }

    /**
     * How long the rest will take; a trial that runs counts in full.
     *
     * @param least seconds if every kind not seen yet is as quick as the quickest seen; NaN if nothing was seen
     * @param most seconds if it is as slow as the slowest
     */
    record Forecast(double least, double most) {}

    Forecast forecast(int threads) {
        if (seen.isEmpty()) {
            return new Forecast(Double.NaN, Double.NaN);
        }
        DoubleSummaryStatistics all = seen.values().stream()
                .mapToDouble(DoubleSummaryStatistics::getAverage)
                .summaryStatistics();
        return new Forecast(seconds(all.getMin()) / threads, seconds(all.getMax()) / threads);
    }

    /** Seconds of the trials that are left, those of a kind not seen yet at a guess. */
    private double seconds(double unseen) {
        return left.entrySet().stream()
                .mapToDouble(of -> of.getValue()
                        * Optional.ofNullable(seen.get(of.getKey()))
                                .map(DoubleSummaryStatistics::getAverage)
                                .orElse(unseen))
                .sum();
    }
}
