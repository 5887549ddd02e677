package org.normlab.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.normlab.report.text.Numbers;

/** Draws {@link Rows}: names on the left, marks and intervals in the middle, numbers on the right. */
final class RowsPainter {
    private static final double GAP = 10;
    private static final double INDENT = 12;

    private final Rows rows;
    private final BiConsumer<Graphics2D, Rows.Place> mark;

    RowsPainter(Rows rows, BiConsumer<Graphics2D, Rows.Place> mark) {
        this.rows = rows;
        this.mark = mark;
    }

    void paint(Graphics2D graphics, Size size) {
        Font font = Typeface.of(size.font());
        double left = Math.min(
                size.width() / 3.0,
                INDENT
                        + GAP
                        + widest(rows.measures().stream().map(Measure::name).toList(), font));
        double right =
                GAP + widest(rows.measures().stream().map(RowsPainter::number).toList(), font);
        ValueAxis values = axis();
        XYPlot plot = plot(values, size);
        Rectangle2D area = new Rectangle2D.Double(left, 6, size.width() - left - right, size.height() - 6);
        Rectangle2D data = Look.draw(plot, graphics, area);
        drawOrigin(values, data, graphics);
        List<Rows.Line> lines = rows.lines();
        for (int i = 0; i < lines.size(); i++) {
            double y = data.getMinY() + data.getHeight() * (i + 0.5) / lines.size();
            drawLine(lines.get(i), y, new Frame(values, data, size), graphics);
        }
    }

    private record Frame(ValueAxis values, Rectangle2D data, Size size) {
        double x(double value) {
            return values.valueToJava2D(value, data, RectangleEdge.BOTTOM);
        }
    }

    private ValueAxis axis() {
        double[] values = rows.measures().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.value(), row.low(), row.high()))
                .toArray();
        double[] withOrigin = DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(origin()))
                .toArray();
        return Axes.of(rows.axis(), withOrigin, 0.05);
    }

    private double origin() {
        return rows.axis().scale() == Axis.Scale.LINEAR ? 0 : 1;
    }

    private static XYPlot plot(ValueAxis values, Size size) {
        NumberAxis hidden = new NumberAxis();
        hidden.setVisible(false);
        XYPlot plot = Look.plot(values, hidden, size);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        return plot;
    }

    private void drawOrigin(ValueAxis values, Rectangle2D data, Graphics2D graphics) {
        double x = values.valueToJava2D(origin(), data, RectangleEdge.BOTTOM);
        graphics.setPaint(Ink.MUTED.color());
        graphics.setStroke(Look.HAIR);
        graphics.draw(new Line2D.Double(x, data.getMinY(), x, data.getMaxY()));
    }

    private void drawLine(Rows.Line line, double y, Frame frame, Graphics2D graphics) {
        Font font = Typeface.of(frame.size().font());
        double base = y + frame.size().font() * 0.36;
        graphics.setPaint(Ink.TEXT.color());
        if (line.measure().isEmpty()) {
            graphics.setFont(font.deriveFont(Font.BOLD));
            graphics.drawString(Typeface.fit(line.heading(), font, frame.size().width()), 0, (float) base);
        }
        for (Measure row : line.measure()) {
            graphics.setFont(font);
            double room = frame.data().getMinX() - INDENT - GAP;
            graphics.drawString(Typeface.fit(row.name(), font, room), (float) INDENT, (float) base);
            double end = frame.size().width() - Typeface.width(number(row), font);
            graphics.drawString(number(row), (float) end, (float) base);
            if (row.isShown(rows.axis().scale())) {
                drawMeasure(row, y, frame, graphics);
            }
        }
    }

    private void drawMeasure(Measure row, double y, Frame frame, Graphics2D graphics) {
        graphics.setPaint(row.style().ink().color());
        mark.accept(graphics, new Rows.Place(row, frame.x(row.value()), frame.x(origin()), y));
        graphics.setPaint(row.style().ink().color());
        graphics.setStroke(new BasicStroke(2));
        if (row.high() > row.low()) {
            graphics.draw(new Line2D.Double(frame.x(row.low()), y, frame.x(row.high()), y));
        }
    }

    private static String number(Measure row) {
        return Numbers.measured(row.value(), row.low(), row.high());
    }

    private static double widest(List<String> texts, Font font) {
        return texts.stream()
                .mapToDouble(text -> Typeface.width(text, font))
                .max()
                .orElse(0);
    }
}
