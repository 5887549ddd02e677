package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normlab.report.chart.Axis;
import org.normlab.report.chart.Bands;
import org.normlab.report.chart.Chart;
import org.normlab.report.chart.Point;
import org.normlab.report.chart.Series;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Measures;

/** What only networks over sequences have: error and gradient along time, at the largest batch size. */
final class SequenceCharts {
    private static final double PERCENT = 100;

    private final String network;
    private final List<Arm> arms;
    private final String where;

    SequenceCharts(Comparison comparison, String network) {
        int largest = comparison.question().batchSizes().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        this.network = network;
        arms = comparison.arms(network, largest);
        where = network + ", batch size " + largest;
    }

    /** Those that the network's trials have curves for. */
    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        if (Family.of(network) == Family.RECURRENT) {
            charts.add(gradients("at the start", Measures.INITIAL_GRADIENT_BY_TIME));
            charts.add(gradients("after training", Measures.GRADIENT_BY_TIME));
        }
        if (hasLengths()) {
            charts.add(errors());
        }
        return charts;
    }

    private boolean hasLengths() {
        return arms.stream()
                        .flatMap(arm -> points(arm, Measures.ERROR_BY_LENGTH, PERCENT).stream())
                        .map(Point::x)
                        .distinct()
                        .count()
                > 1;
    }

    private Chart gradients(String when, String curve) {
        return new Bands(
                        "Gradient norm against time step " + when + ", " + where,
                        "Norm of the loss's gradient with respect to the state, so many steps before the last: how far back"
                                + " the network learns. Medians over seeds; a line that falls steeply forgets.",
                        Axis.linear("time steps before the last"),
                        Axis.log10("norm of the state's gradient"),
                        series(curve, 1))
                .chart();
    }

    private Chart errors() {
        return new Bands(
                        "Test error against length, " + where,
                        "Sequences by length, in up to ten ranges, each drawn at its end. Lines join medians over seeds;"
                                + " bands span lowest to highest.",
                        Axis.linear("length of the sequence"),
                        Axis.linear("test error, %"),
                        series(Measures.ERROR_BY_LENGTH, PERCENT))
                .chart();
    }

    private List<Series> series(String curve, double unit) {
        return arms.stream()
                .map(arm -> Series.of(arm.norm(), points(arm, curve, unit)))
                .toList();
    }

    private static List<Point> points(Arm arm, String name, double unit) {
        Map<Double, List<Double>> values = new TreeMap<>();
        arm.results().stream()
                .flatMap(result -> result.measures().curves().stream())
                .filter(curve -> curve.name().equals(name))
                .forEach(curve -> gather(curve, unit, values));
        return values.entrySet().stream()
                .map(e -> point(e.getKey(), e.getValue()))
                .toList();
    }

    private static void gather(Curve curve, double unit, Map<Double, List<Double>> values) {
        for (int i = 0; i < curve.x().length; i++) {
            values.computeIfAbsent(curve.x()[i], x -> new ArrayList<>()).add(unit * curve.y()[i]);
        }
    }

    private static Point point(double x, List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Point.of(x, Medians.of(sorted), sorted[0], sorted[sorted.length - 1]);
    }
}
