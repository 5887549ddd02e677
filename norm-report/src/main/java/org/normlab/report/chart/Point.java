package org.normlab.report.chart;

import java.util.List;

/**
 * A summary of repeated runs at one place of the horizontal axis.
 *
 * @param x the place
 * @param middle the median or mean; NaN if no run has a value here
 * @param low lower end of its interval, or {@code middle} if there is none
 * @param high upper end of its interval, or {@code middle} if there is none
 * @param runs each run's own value, drawn as a dot; may be empty
 * @param diverged the share of runs that diverged, 0 to 1, drawn as a cross on the upper edge
 */
public record Point(double x, double middle, double low, double high, List<Double> runs, double diverged) {
    /**
     * Copies the runs.
     *
     * @param x the place
     * @param middle the median or mean; NaN if no run has a value here
     * @param low lower end of its interval, or {@code middle} if there is none
     * @param high upper end of its interval, or {@code middle} if there is none
     * @param runs each run's own value, drawn as a dot; may be empty
     * @param diverged the share of runs that diverged, 0 to 1, drawn as a cross on the upper edge
     */
    public Point {
        runs = List.copyOf(runs);
    }

    /**
     * A value without an interval.
     *
     * @param x the place
     * @param y the value
     * @return the point
     */
    public static Point of(double x, double y) {
        return new Point(x, y, y, y, List.of(), 0);
    }

    /**
     * A value with its interval.
     *
     * @param x the place
     * @param middle the median or mean
     * @param low lower end of its interval
     * @param high upper end of its interval
     * @return the point
     */
    public static Point of(double x, double middle, double low, double high) {
        return new Point(x, middle, low, high, List.of(), 0);
    }

    /**
     * The same with the runs that it sums up.
     *
     * @param values each run's own value
     * @return the point
     */
    public Point withRuns(List<Double> values) {
        return new Point(x, middle, low, high, values, diverged);
    }

    /**
     * The same with a share of diverged runs.
     *
     * @param share 0 to 1
     * @return the point
     */
    public Point withDiverged(double share) {
        return new Point(x, middle, low, high, runs, share);
    }

    boolean isShown(Axis.Scale across, Axis.Scale up) {
        return across.shows(x) && up.shows(middle) && up.shows(low) && up.shows(high);
    }
}
