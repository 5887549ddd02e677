package org.normlab.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Charts of invented but plausible numbers: six variants, six batch sizes, five runs. */
public final class Samples {
    private static final List<String> VARIANTS = List.of("none", "batch", "layer", "group(8)", "instance", "rms");
    private static final int[] BATCHES = {2, 4, 8, 16, 32, 64};

    private Samples() {}

    /** Error against batch size: batch norm rises steeply at the left. */
    public static Bands errors() {
        SplittableRandom random = new SplittableRandom(7);
        List<Series> series = new ArrayList<>();
        for (int v = 0; v < VARIANTS.size(); v++) {
            List<Point> points = new ArrayList<>();
            for (int batch : BATCHES) {
                double centre = v == 1 ? 4 + 60.0 / (batch * batch) * batch / 2 : 5 + 0.4 * v + 3.0 / batch;
                points.add(summary(batch, centre, random));
            }
            series.add(Series.of(VARIANTS.get(v), points));
        }
        return new Bands(
                "Test error against batch size",
                "Lower is better. The line joins the medians of five runs, the band spans their range, each dot is a run.",
                Axis.log2("batch size"),
                Axis.linear("test error, %"),
                series);
    }

    /** Error against learning rate; the fastest diverge. */
    public static Bands learningRates() {
        SplittableRandom random = new SplittableRandom(8);
        List<Series> series = new ArrayList<>();
        for (int v = 0; v < 3; v++) {
            List<Point> points = new ArrayList<>();
            for (int k = -8; k <= 1; k++) {
                double far = k + 4 - v;
                Point point = summary(StrictMath.pow(2, k), 4 + far * far, random);
                points.add(k > v - 2 ? point.withDiverged(0.2 * (k + 4 - v)) : point);
            }
            series.add(Series.of(VARIANTS.get(v), points));
        }
        return new Bands(
                "Test error against learning rate",
                "Lower is better. A cross on the upper edge marks rates at which runs diverged; it grows with their share.",
                Axis.log2("learning rate"),
                Axis.linear("test error, %"),
                series);
    }

    /** Loss against step. */
    public static Bands losses(String title) {
        List<Series> series = new ArrayList<>();
        for (int v = 0; v < VARIANTS.size(); v++) {
            List<Point> points = new ArrayList<>();
            for (int step = 0; step <= 4096; step += 128) {
                double loss = 2.3 * StrictMath.exp(-step / (500.0 + 200 * v)) + 0.02 * (v + 1);
                points.add(Point.of(step, loss, loss * 0.85, loss * 1.2));
            }
            series.add(Series.of(VARIANTS.get(v), points));
        }
        return new Bands(
                title,
                "Lower is better. Median of five runs with their range.",
                Axis.linear("step"),
                Axis.log10("training loss"),
                series);
    }

    /** Differences from batch norm. */
    public static Forest differences() {
        SplittableRandom random = new SplittableRandom(9);
        List<Measure> rows = new ArrayList<>();
        for (int batch : new int[] {2, 8, 64}) {
            for (String variant : List.of("none", "layer", "group(8)", "instance", "rms")) {
                double value = 2 - 24.0 / batch + random.nextDouble();
                double half = 1.5 + random.nextDouble();
                rows.add(Measure.of("batch size " + batch, variant, value, value - half, value + half));
            }
        }
        return new Forest(
                "Difference from batch norm",
                "Left of the line is a lower error than batch norm on the same seeds. Bars are 95 % intervals.",
                Axis.linear("test error minus batch norm's, points"),
                rows);
    }

    /** Seconds of a run. */
    public static Bars costs() {
        List<Measure> rows = new ArrayList<>();
        for (int v = 0; v < VARIANTS.size(); v++) {
            double seconds = 0.41 + 0.07 * v;
            rows.add(Measure.of("", VARIANTS.get(v), seconds, seconds * 0.96, seconds * 1.08));
        }
        return new Bars("Cost of a run", "Shorter is cheaper. Median and range.", Axis.linear("seconds"), rows);
    }

    static Point summary(double x, double centre, SplittableRandom random) {
        double[] runs = new double[5];
        Arrays.setAll(runs, i -> centre * (1 + 0.18 * (random.nextDouble() - 0.5)));
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        return Point.of(x, sorted[2], sorted[0], sorted[4])
                .withRuns(Arrays.stream(runs).boxed().toList());
    }
}
