package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws a {@link Bands}. */
final class BandsPainter {
    private static final double TOP = 14;
    private static final double DOT = 2;
    /** Steps between neighbouring variants' dots and crosses, as shares of the width. */
    private static final double DODGE = 0.006;

    private static final double CROSS_DODGE = 0.011;
    private static final int MANY_POINTS = 20;

    private final Bands bands;

    BandsPainter(Bands bands) {
        this.bands = bands;
    }

    void paint(Graphics2D graphics, Size size) {
        ValueAxis across = Axes.of(bands.x(), values(point -> DoubleStream.of(point.x())), 0.04);
        ValueAxis up = Axes.of(bands.y(), values(BandsPainter::heights), 0.05);
        XYPlot plot = Look.plot(across, up, size);
        addLines(plot, size.mark());
        List<String> names = bands.series().stream().map(Series::name).toList();
        double width = size.width() - EndLabels.width(names, size);
        Rectangle2D data = Look.draw(plot, graphics, new Rectangle2D.Double(0, TOP, width, size.height() - TOP));
        Frame frame = new Frame(across, up, data);
        for (int i = 0; i < bands.series().size(); i++) {
            double side = i - (bands.series().size() - 1) / 2.0;
            drawRuns(bands.series().get(i), side * DODGE * size.width(), frame, graphics);
            drawDiverged(bands.series().get(i), side * CROSS_DODGE * size.width(), frame, graphics);
        }
        EndLabels.draw(labels(frame), data, graphics, size);
    }

    /** Where a value lies in the drawing. */
    private record Frame(ValueAxis across, ValueAxis up, Rectangle2D data) {
        double x(double value) {
            return across.valueToJava2D(value, data, RectangleEdge.BOTTOM);
        }

        double y(double value) {
            return up.valueToJava2D(value, data, RectangleEdge.LEFT);
        }
    }

    private double[] values(Function<Point, DoubleStream> part) {
        return bands.series().stream()
                .flatMap(series -> series.points().stream())
                .flatMapToDouble(part)
                .toArray();
    }

    private static DoubleStream heights(Point point) {
        DoubleStream summary = DoubleStream.of(point.middle(), point.low(), point.high());
        return DoubleStream.concat(summary, point.runs().stream().mapToDouble(Double::doubleValue));
    }

    private void addLines(XYPlot plot, double radius) {
        YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(0.13f);
        for (Series series : bands.series()) {
            for (List<Point> stretch : series.stretches(bands.x(), bands.y())) {
                int index = lines.getSeriesCount();
                YIntervalSeries line = new YIntervalSeries(index);
                stretch.forEach(point -> line.add(point.x(), point.middle(), point.low(), point.high()));
                lines.addSeries(line);
                renderer.setSeriesShape(index, series.style().marker().shape(radius));
                renderer.setSeriesShapesVisible(index, series.points().size() <= MANY_POINTS);
                style(renderer, index, series.style());
            }
        }
        plot.setDataset(lines);
        plot.setRenderer(renderer);
    }

    private static void style(DeviationRenderer renderer, int index, Style style) {
        renderer.setSeriesPaint(index, style.ink().color());
        renderer.setSeriesFillPaint(index, style.ink().color());
        renderer.setSeriesStroke(index, style.dash().stroke(2));
    }

    private void drawRuns(Series series, double shift, Frame frame, Graphics2D graphics) {
        graphics.setPaint(series.style().ink().veil(120));
        for (Point point : placed(series)) {
            double x = frame.x(point.x()) + shift;
            point.runs().stream()
                    .filter(bands.y().scale()::shows)
                    .mapToDouble(frame::y)
                    .forEach(y -> graphics.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT)));
        }
    }

    private void drawDiverged(Series series, double shift, Frame frame, Graphics2D graphics) {
        graphics.setPaint(series.style().ink().color());
        for (Point point : placed(series)) {
            if (point.diverged() > 0) {
                double radius = 2.5 + 2 * Math.min(1, point.diverged());
                graphics.fill(Marker.CROSS.at(frame.x(point.x()) + shift, TOP / 2, radius));
            }
        }
    }

    private List<Point> placed(Series series) {
        return series.points().stream()
                .filter(point -> bands.x().scale().shows(point.x()))
                .toList();
    }

    private List<EndLabels.Label> labels(Frame frame) {
        return bands.series().stream()
                .flatMap(series ->
                        end(series, frame).stream().map(end -> new EndLabels.Label(series.name(), series.style(), end)))
                .toList();
    }

    /** The last point of a line, or the upper edge if all its runs diverged. */
    private Optional<Point2D> end(Series series, Frame frame) {
        Optional<Point2D> last = series.points().stream()
                .filter(point -> point.isShown(bands.x().scale(), bands.y().scale()))
                .reduce((first, second) -> second)
                .map(point -> new Point2D.Double(frame.x(point.x()), frame.y(point.middle())));
        return last.or(() -> placed(series).stream()
                .filter(point -> point.diverged() > 0)
                .findFirst()
                .map(point -> new Point2D.Double(frame.data().getMaxX(), TOP / 2)));
    }
}
