package org.normlab.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Names lines at their right ends: a sample of the line, its marker and the name, none over another. */
final class EndLabels {
    private static final double SAMPLE = 20;
    private static final double GAP = 6;
    private static final double LEAD = 16;

    /** A line's name, its look and where it ends. */
    record Label(String name, Style style, Point2D end) {}

    private EndLabels() {}

    /** The width that the labels need, at most a third of the drawing. */
    static double width(List<String> names, Size size) {
        Font font = Typeface.of(size.font());
        double widest = names.stream()
                .mapToDouble(name -> Typeface.width(name, font))
                .max()
                .orElse(0);
        return names.isEmpty() ? GAP : Math.min(size.width() / 3.0, LEAD + SAMPLE + GAP + widest + 2);
    }

    static void draw(List<Label> labels, Rectangle2D data, Graphics2D graphics, Size size) {
        double[] wanted =
                labels.stream().mapToDouble(label -> label.end().getY()).toArray();
        double[] heights = Spread.apart(wanted, size.font() * 1.45, data.getMinY(), data.getMaxY());
        for (int i = 0; i < labels.size(); i++) {
            draw(labels.get(i), data.getMaxX() + LEAD, heights[i], graphics, size);
        }
    }

    private static void draw(Label label, double x, double y, Graphics2D graphics, Size size) {
        Style style = label.style();
        Font font = Typeface.of(size.font());
        graphics.setPaint(style.ink().veil(90));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(label.end().getX() + GAP, label.end().getY(), x - 2, y));
        graphics.setPaint(style.ink().color());
        graphics.setStroke(style.dash().stroke(2));
        graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        graphics.fill(style.marker().at(x + SAMPLE / 2, y, size.mark()));
        graphics.setPaint(Ink.TEXT.color());
        graphics.setFont(font);
        double start = x + SAMPLE + GAP;
        String name = Typeface.fit(label.name(), font, size.width() - start);
        graphics.drawString(name, (float) start, (float) (y + size.font() * 0.36));
    }
}
