package org.normlab.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of a chart: one variant's points from left to right.
 *
 * @param name what it is called at its end
 * @param style its look
 * @param points its points; one that cannot be drawn breaks the line
 */
public record Series(String name, Style style, List<Point> points) {
    /**
     * Copies the points, sorted from left to right.
     *
     * @param name what it is called at its end
     * @param style its look
     * @param points its points; one that cannot be drawn breaks the line
     */
    public Series {
        points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    /**
     * The points of a variant, in the look of that variant.
     *
     * @param variant its name
     * @param points its points
     * @return the series
     */
    public static Series of(String variant, List<Point> points) {
        return new Series(variant, Style.of(variant), points);
    }

    /** The stretches of neighbouring points that can be drawn. */
    List<List<Point>> stretches(Axis x, Axis y) {
        List<List<Point>> stretches = new ArrayList<>();
        boolean open = false;
        for (Point point : points) {
            boolean shown = point.isShown(x.scale(), y.scale());
            if (shown && !open) {
                stretches.add(new ArrayList<>());
            }
            if (shown) {
                stretches.get(stretches.size() - 1).add(point);
            }
            open = shown;
        }
        return stretches;
    }
}
