package org.normlab.report.chart;

import java.util.List;

/**
 * Lines with intervals: an error against the batch size, a loss against the step, an error against the learning rate.
 *
 * <p>Each series is a line through its middles with a marker at each point, a band from low to high, and a faint dot for
 * each run, moved sideways a little so that the variants' dots stay apart. A point at which runs diverged has a cross on
 * the upper edge. Points that cannot be drawn (NaN, infinite, zero or less on a logarithmic axis) break the line; the data
 * table keeps them.
 *
 * @param title what it shows
 * @param howToRead how to read it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines
 */
public record Bands(String title, String howToRead, Axis x, Axis y, List<Series> series) {
    private static final int HEIGHT = 400;
    private static final int COMPACT_HEIGHT = 300;

    /**
     * Copies the series.
     *
     * @param title what it shows
     * @param howToRead how to read it
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param series the lines
     */
    public Bands {
        series = List.copyOf(series);
    }

    /**
     * Draws it.
     *
     * @return the finished chart
     */
    public Chart chart() {
        Caption caption = new Caption(title, howToRead, BandsWords.finding(this));
        BandsPainter painter = new BandsPainter(this);
        return Chart.draw(
                caption, BandsWords.data(this), Size.wide(HEIGHT), Size.compact(COMPACT_HEIGHT), painter::paint);
    }
}
