package org.normlab.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** What all plots have in common: quiet lines, no frame, no background. */
final class Look {
    static final BasicStroke HAIR = new BasicStroke(1);
    private static final RectangleInsets NONE = RectangleInsets.ZERO_INSETS;

    private Look() {}

    static XYPlot plot(ValueAxis across, ValueAxis up, Size size) {
        XYPlot plot = new XYPlot(null, across, up, new XYLineAndShapeRenderer());
        style(across, size);
        style(up, size);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(NONE);
        plot.setAxisOffset(NONE);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setDomainGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(HAIR);
        plot.setDomainGridlineStroke(HAIR);
        return plot;
    }

    private static void style(ValueAxis axis, Size size) {
        Font font = Typeface.of(size.font());
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(Ink.TEXT.color());
        axis.setTickLabelPaint(Ink.MUTED.color());
        axis.setAxisLinePaint(Ink.LINE.color());
        axis.setTickMarkPaint(Ink.LINE.color());
        axis.setAxisLineStroke(HAIR);
        axis.setTickMarkStroke(HAIR);
        axis.setMinorTickMarksVisible(false);
        axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
    }

    /** Draws the plot into an area and returns where its data lie. */
    static Rectangle2D draw(XYPlot plot, Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(null, Typeface.of(12), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(NONE);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, area, null, info);
        return info.getPlotInfo().getDataArea();
    }
}
