package org.normlab.report.study;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/** Seconds seen by kind of trial, and what follows for the trials that are left. Not for use by several threads. */
final class Pace {
    private static final List<Field<?>> KIND = List.of(
            Fields.NETWORK, Fields.DEPTH, Fields.WIDTH, Fields.NORM, Fields.DATA, Fields.BATCH_SIZE, Fields.SAMPLES);

    private final Map<String, DoubleSummaryStatistics> seen = new HashMap<>();

    /** What trials of about the same cost share. */
    static String kind(Trial trial) {
        return KIND.stream().map(trial::text).collect(Collectors.joining("\n"));
    }

    void saw(Trial trial, double seconds) {
        seen.computeIfAbsent(kind(trial), kind -> new DoubleSummaryStatistics()).accept(seconds);
    }

    /**
     * How long the rest will take.
     *
     * @param least seconds if every kind not seen yet is as quick as the quickest seen; NaN if nothing was seen
     * @param most seconds if it is as slow as the slowest
     */
    record Forecast(double least, double most) {}

    Forecast forecast(Collection<Trial> left, int threads) {
        if (seen.isEmpty()) {
            return new Forecast(Double.NaN, Double.NaN);
        }
        DoubleSummaryStatistics all = seen.values().stream()
                .mapToDouble(DoubleSummaryStatistics::getAverage)
                .summaryStatistics();
        double least = 0;
        double most = 0;
        for (Trial trial : left) {
            DoubleSummaryStatistics same = seen.getOrDefault(kind(trial), new DoubleSummaryStatistics());
            least += same.getCount() > 0 ? same.getAverage() : all.getMin();
            most += same.getCount() > 0 ? same.getAverage() : all.getMax();
        }
        return new Forecast(least / threads, most / threads);
    }
}
