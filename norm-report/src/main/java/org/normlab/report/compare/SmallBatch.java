package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.report.chart.Axis;
import org.normlab.report.chart.Bands;
import org.normlab.report.chart.Chart;
import org.normlab.report.chart.Point;
import org.normlab.report.chart.Series;
import org.normlab.report.chart.Style;
import org.normlab.report.page.Block;
import org.normlab.report.page.Section;
import org.normlab.report.random.Streams;
import org.normlab.report.stats.theory.SmallBatchMeasurement;
import org.normlab.report.stats.theory.SmallBatchTheory;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;
import org.normlab.variants.Extent;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.RmsNorm;

/** What a statistic over few values does, exactly and measured, and where the arms of a comparison stand on that scale. */
final class SmallBatch {
    private static final List<Integer> SIZES = List.of(2, 4, 8, 16, 32, 64, 128);
    private static final int VALUES = 1 << 17;
    private static final double PERCENT = 100;
    private static final LongToDoubleFunction CENTRED = SmallBatchTheory::gradientShare;
    private static final LongToDoubleFunction UNCENTRED = m -> SmallBatchTheory.gradientShareUncentred(m, 1, 0);

    /** The share by the name of the norm; other norms have none that is this simple. */
    private static final Map<String, LongToDoubleFunction> SHARES =
            Map.of("batch", CENTRED, "layer", CENTRED, "group", CENTRED, "instance", CENTRED, "rms", UNCENTRED);

    private SmallBatch() {}

    static Section section(Comparison comparison) {
        return Section.of(
                "What few values do",
                "Not the batch size counts but m, the values that one mean and variance are taken of: in a convolution they"
                        + " are many more. Of the gradient that reaches a norm with m values a statistic, (m − 2)/m passes; at"
                        + " m = 2 nothing does.",
                new Block.Figure(figure(comparison.question().source().seed())),
                new Block.Sheet("Arms by values per statistic", arms(comparison)));
    }

    private static Chart figure(long seed) {
        Streams streams = Streams.root(seed);
        return new Bands(
                        "Gradient that passes a norm, against the values per statistic",
                        "Dotted: the exact shares, (m − 2)/m with a mean and (m − 1)/m without. Points: measured on "
                                + VALUES + " independent Gaussian values, forward and backward, ε = 0.",
                        Axis.log2("values per statistic, m"),
                        Axis.linear("share of the gradient's energy, %"),
                        List.of(
                                exact("(m − 2)/m", CENTRED),
                                exact("(m − 1)/m", UNCENTRED),
                                measured(
                                        "layer",
                                        streams,
                                        m -> new LayerNorm(Extent.trailing(m), Affine.none(), Epsilon.inside(0))),
                                measured(
                                        "rms",
                                        streams,
                                        m -> new RmsNorm(Extent.trailing(m), Affine.none(), Epsilon.inside(0)))))
                .chart();
    }

    private static Series exact(String name, LongToDoubleFunction share) {
        List<Point> points = IntStream.rangeClosed(2, SIZES.get(SIZES.size() - 1))
                .mapToObj(m -> Point.of(m, PERCENT * share.applyAsDouble(m)))
                .toList();
        return new Series(name, Style.REFERENCE, points);
    }

    private static Series measured(String variant, Streams streams, IntFunction<Normalizer> normalizer) {
        List<Point> points = SIZES.stream()
                .map(m -> Point.of(
                        m,
                        PERCENT
                                * SmallBatchMeasurement.of(normalizer.apply(m), Shape.of("NC", VALUES / m, m), streams)
                                        .gradientShare()))
                .toList();
        return Series.of(variant, points);
    }

    private static Table arms(Comparison comparison) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Arm arm : comparison.arms()) {
            arm.valuesPerStatistic().ifPresent(m -> rows.add(row(arm, (long) m)));
        }
        return new Table(
                List.of("network", "norm", "batch size", "m", "gradient that passes", "median test error"), rows);
    }

    private static List<Cell> row(Arm arm, long m) {
        LongToDoubleFunction share = SHARES.get(arm.norm());
        return List.of(
                Cell.of(arm.network()),
                Cell.of(arm.norm()),
                Cell.of(arm.batchSize()),
                Cell.of(m),
                share == null ? Cell.of("") : Cell.percent(share.applyAsDouble(m)),
                Cell.percent(arm.median()));
    }
}
