/**
 * Charts: plain numbers become a drawing, its words and its data table.
 *
 * <ul>
 *   <li>{@link org.normlab.report.chart.Bands}: lines with intervals and runs, of {@link
 *       org.normlab.report.chart.Series} of {@link org.normlab.report.chart.Point}s on two {@link
 *       org.normlab.report.chart.Axis axes}
 *   <li>{@link org.normlab.report.chart.Forest}, {@link org.normlab.report.chart.Bars}: {@link
 *       org.normlab.report.chart.Measure}s as rows, about a line of no difference or from zero
 *   <li>{@link org.normlab.report.chart.Chart}: the result, as SVG
 *   <li>{@link org.normlab.report.chart.Style}, {@link org.normlab.report.chart.Ink}, {@link
 *       org.normlab.report.chart.Marker}: one look per variant, one shade per page colour
 * </ul>
 *
 * <p>Inside, {@code *Painter} draws with JFreeChart, {@code *Words} writes the finding and the table, {@code Svg} turns the
 * drawing into text. Not here: statistics; a chart draws the numbers that it is given.
 */
@NullMarked
package org.normlab.report.chart;

import org.jspecify.annotations.NullMarked;
