package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Bars from zero, one row each, with their intervals: costs such as seconds or bytes.
 *
 * @param title what it shows
 * @param howToRead how to read it
 * @param cost the axis; linear, so that lengths compare
 * @param rows from top to bottom; rows of a group are neighbours
 */
public record Bars(String title, String howToRead, Axis cost, List<Measure> rows) {
    private static final double THICKNESS = 12;

    /**
     * Copies the rows.
     *
     * @param title what it shows
     * @param howToRead how to read it
     * @param cost the axis; linear, so that lengths compare
     * @param rows from top to bottom; rows of a group are neighbours
     */
    public Bars {
        rows = List.copyOf(rows);
    }

    /**
     * Draws it.
     *
     * @return the finished chart
     */
    public Chart chart() {
        Rows drawing = new Rows(cost, rows);
        return drawing.chart(title, howToRead, Bars::mark);
    }

    private static void mark(Graphics2D graphics, Rows.Place place) {
        double left = Math.min(place.origin(), place.value());
        double length = Math.abs(place.value() - place.origin());
        Rectangle2D bar = new Rectangle2D.Double(left, place.y() - THICKNESS / 2, length, THICKNESS);
        graphics.setPaint(Ink.PAPER.color());
        graphics.fill(bar);
        graphics.setPaint(place.row().style().ink().veil(110));
        graphics.fill(bar);
    }
}
