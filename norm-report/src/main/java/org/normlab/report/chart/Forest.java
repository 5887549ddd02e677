package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;

/**
 * A forest plot: differences from a baseline with their intervals, one row each, about a line of no difference.
 *
 * @param title what it shows
 * @param howToRead how to read it, with the side that is better
 * @param difference the axis; linear for differences (no difference is 0), logarithmic for ratios (no difference is 1)
 * @param rows from top to bottom; rows of a group are neighbours
 */
public record Forest(String title, String howToRead, Axis difference, List<Measure> rows) {
    /**
     * Copies the rows.
     *
     * @param title what it shows
     * @param howToRead how to read it, with the side that is better
     * @param difference the axis; linear for differences (no difference is 0), logarithmic for ratios (no difference is 1)
     * @param rows from top to bottom; rows of a group are neighbours
     */
    public Forest {
        rows = List.copyOf(rows);
    }

    /**
     * Draws it.
     *
     * @return the finished chart
     */
    public Chart chart() {
        Rows drawing = new Rows(difference, rows);
        return drawing.chart(title, howToRead, Forest::mark);
    }

    private static void mark(Graphics2D graphics, Rows.Place place) {
        graphics.fill(
                place.row().style().marker() == Marker.NONE
                        ? new Ellipse2D.Double(place.value() - 4, place.y() - 4, 8, 8)
                        : place.row().style().marker().at(place.value(), place.y(), 4.2));
    }
}
