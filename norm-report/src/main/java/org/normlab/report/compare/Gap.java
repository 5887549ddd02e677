package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.normlab.report.chart.Axis;
import org.normlab.report.chart.Chart;
import org.normlab.report.chart.Forest;
import org.normlab.report.chart.Measure;
import org.normlab.report.page.Block;
import org.normlab.report.page.Section;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;

/**
 * How much of an error comes from the statistics that are used in evaluation: the same trained networks, judged with running
 * moments, with moments computed anew over the training set, and with those of the test batch itself.
 */
final class Gap {
    /** The evaluations of each trial; the first one counts. */
    static final List<String> EVALUATIONS = List.of("running", "precise", "batch");

    private static final double POINTS = 100;

    private Gap() {}

    /** The section, or empty if no norm of the comparison keeps statistics. */
    static Optional<Section> section(Comparison comparison) {
        List<Block> figures = new ArrayList<>();
        for (String network : comparison.question().networks()) {
            List<Measure> rows = rows(comparison, network);
            if (!rows.isEmpty()) {
                figures.add(new Block.Figure(chart(network, rows)));
            }
        }
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "Training and evaluation",
                        "A norm that keeps running statistics is another function in evaluation. The same networks, judged three"
                                + " ways: what changes between them is the statistics' doing, not the training's.",
                        figures));
    }

    private static Chart chart(String network, List<Measure> rows) {
        return new Forest(
                        "Error that other statistics in evaluation take away or add, " + network,
                        "Right of zero: worse than with running statistics, left: better. precise: statistics computed anew over"
                                + " the training set; batch: those of the test batch, of the training's size. Median and range"
                                + " over seeds.",
                        Axis.linear("test error minus that with running statistics, points"),
                        rows)
                .chart();
    }

    private static List<Measure> rows(Comparison comparison, String network) {
        List<Measure> rows = new ArrayList<>();
        for (int batch : comparison.question().batchSizes()) {
            for (Arm arm : comparison.arms(network, batch)) {
                for (String evaluation : EVALUATIONS.subList(1, EVALUATIONS.size())) {
                    double[] changes = changes(arm, evaluation);
                    if (changes.length > 0) {
                        rows.add(row(arm, evaluation, changes));
                    }
                }
            }
        }
        return rows;
    }

    private static Measure row(Arm arm, String evaluation, double[] changes) {
        return Measure.of(
                "batch size " + arm.batchSize(),
                arm.norm() + " (" + evaluation + ")",
                Medians.of(changes),
                Arrays.stream(changes).min().orElseThrow(),
                Arrays.stream(changes).max().orElseThrow());
    }

    /** One a run that ended well; none for a norm that is the same in training and evaluation. */
    private static double[] changes(Arm arm, String evaluation) {
        double[] changes = arm.results().stream()
                .filter(result -> result.outcome() == Outcome.OK)
                .mapToDouble(result -> POINTS
                        * (result.number(Measures.testErrorUnder(evaluation)).orElseThrow()
                                - result.number(Measures.TEST_ERROR).orElseThrow()))
                .toArray();
        return Arrays.stream(changes).allMatch(change -> change == 0) ? new double[0] : changes;
    }
}
