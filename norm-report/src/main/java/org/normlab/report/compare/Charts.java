package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.normlab.report.chart.Axis;
import org.normlab.report.chart.Bands;
import org.normlab.report.chart.Bars;
import org.normlab.report.chart.Chart;
import org.normlab.report.chart.Forest;
import org.normlab.report.chart.Measure;
import org.normlab.report.chart.Point;
import org.normlab.report.chart.Series;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.TrialResult;

/** The charts of one network. */
final class Charts {
    private static final double PERCENT = 100;

    private final Comparison comparison;
    private final String network;

    Charts(Comparison comparison, String network) {
        this.comparison = comparison;
        this.network = network;
    }

    /** Error against batch size. */
    Chart errors() {
        return new Bands(
                        "Test error against batch size, " + network,
                        "Lines join medians over seeds; bands span lowest to highest; each dot is one run. Lower is better.",
                        Axis.log2("batch size"),
                        Axis.linear("test error, %"),
                        norms().stream()
                                .map(norm -> Series.of(
                                        norm,
                                        comparison.arms(network, norm).stream()
                                                .map(Charts::errorPoint)
                                                .toList()))
                                .toList())
                .chart();
    }

    private List<String> norms() {
        return comparison.question().norms().stream()
                .filter(norm -> !comparison.arms(network, norm).isEmpty())
                .toList();
    }

    private static Point errorPoint(Arm arm) {
        return Point.of(arm.batchSize(), PERCENT * arm.median(), PERCENT * arm.lowest(), PERCENT * arm.highest())
                .withRuns(Arrays.stream(arm.errors())
                        .map(e -> PERCENT * e)
                        .boxed()
                        .toList());
    }

    /** Differences from the baseline. */
    Chart differences() {
        List<Measure> rows = new ArrayList<>();
        for (int batch : comparison.question().batchSizes()) {
            for (Arm arm : comparison.arms(network, batch)) {
                Standing.of(comparison, arm).ifPresent(standing -> rows.add(difference(arm, standing)));
            }
        }
        boolean judges = comparison.question().tier().judges();
        return new Forest(
                        "Difference from " + baseline() + ", " + network,
                        "Left of zero: lower error than " + baseline() + " with the same seeds. Mean and "
                                + (judges ? "97 % interval (BCa)" : "range over seeds") + ".",
                        Axis.linear("test error minus that of " + baseline() + ", points"),
                        rows)
                .chart();
    }

    private String baseline() {
        return Family.of(network).words();
    }

    private Measure difference(Arm arm, Standing standing) {
        double[] changes =
                Arrays.stream(standing.gains().values()).map(gain -> -gain).toArray();
        boolean judges = comparison.question().tier().judges();
        double low = judges
                ? -standing.interval().high()
                : DoubleStream.of(changes).min().orElse(Double.NaN);
        double high = judges
                ? -standing.interval().low()
                : DoubleStream.of(changes).max().orElse(Double.NaN);
        String group = "batch size " + arm.batchSize();
        return Measure.of(group, arm.norm(), -standing.gains().mean(), low, high);
    }

    /** Training loss against samples seen, a chart for each batch size. */
    List<Chart> learningCurves() {
        return comparison.question().batchSizes().stream()
                .map(batch -> new Bands(
                                network + ", batch size " + batch,
                                "Median training loss over seeds, each norm at its own learning rate.",
                                Axis.linear("samples seen"),
                                Axis.log10("training loss"),
                                comparison.arms(network, batch).stream()
                                        .map(Charts::learningCurve)
                                        .toList())
                        .chart())
                .toList();
    }

    private static Series learningCurve(Arm arm) {
        Map<Double, List<Double>> losses = new LinkedHashMap<>();
        for (TrialResult result : arm.results()) {
            for (Curve curve : result.measures().curves()) {
                if (curve.name().equals(Measures.TRAIN_LOSS)) {
                    for (int i = 0; i < curve.x().length; i++) {
                        losses.computeIfAbsent(curve.x()[i], x -> new ArrayList<>())
                                .add(curve.y()[i]);
                    }
                }
            }
        }
        List<Point> points = losses.entrySet().stream()
                .map(e -> Point.of(e.getKey(), median(e.getValue())))
                .toList();
        return Series.of(arm.norm(), points);
    }

    private static double median(List<Double> values) {
        return Medians.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Validation error against learning rate, a chart for each batch size. */
    List<Chart> learningRates() {
        return comparison.question().batchSizes().stream()
                .map(batch -> new Bands(
                                network + ", batch size " + batch,
                                "Median validation error of the tuning runs at each learning rate; a cross: runs diverged.",
                                Axis.log2("learning rate"),
                                Axis.linear("validation error, %"),
                                comparison.arms(network, batch).stream()
                                        .map(Charts::learningRate)
                                        .toList())
                        .chart())
                .toList();
    }

    private static Series learningRate(Arm arm) {
        Map<Double, List<TrialResult>> byRate = Arm.complete(arm.tuning()).stream()
                .collect(Collectors.groupingBy(
                        result -> result.trial().get(Fields.LEARNING_RATE), LinkedHashMap::new, Collectors.toList()));
        List<Point> points = byRate.entrySet().stream()
                .map(e -> ratePoint(e.getKey(), e.getValue()))
                .toList();
        return Series.of(arm.norm(), points);
    }

    private static Point ratePoint(double rate, List<TrialResult> results) {
        double[] errors = results.stream()
                .filter(result -> result.outcome() == Outcome.OK)
                .mapToDouble(result ->
                        PERCENT * result.number(Measures.VALIDATION_ERROR).orElse(Double.NaN))
                .toArray();
        return Point.of(rate, Medians.of(errors)).withDiverged(1 - (double) errors.length / results.size());
    }

    /** Seconds of a step. */
    Chart cost() {
        List<Measure> rows = new ArrayList<>();
        for (int batch : comparison.question().batchSizes()) {
            for (Arm arm : comparison.arms(network, batch)) {
                double micros = 1e6 * arm.secondsPerStep();
                rows.add(Measure.of("batch size " + batch, arm.norm(), micros, micros, micros));
            }
        }
        return new Bars(
                        "Cost of a training step, " + network,
                        "Median over runs, evaluation included, on a machine that ran other trials beside: a rough figure.",
                        Axis.linear("microseconds per step"),
                        rows)
                .chart();
    }
}
