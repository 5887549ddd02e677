package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with a tick at each power of its base, and at twos and fives between few powers of ten.
 *
 * <p>JFreeChart's own labels for such an axis would become outlines in SVG.
 */
final class PowerAxis extends LogAxis {
    private static final long serialVersionUID = 1L;
    /** Room for a label along the axis, as a multiple of the letters' size. */
    private static final double ROOM = 3.4;

    private static final int FEW_DECADES = 3;

    PowerAxis(String label, int base) {
        super(label);
        setBase(base);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        int first = (int) Math.floor(calculateLog(getLowerBound()));
        int last = (int) Math.floor(calculateLog(getUpperBound()));
        int step = 1 + (int) ((last - first) / Math.max(1, room(area, edge)));
        int[] multiples = getBase() == 10 && last - first <= FEW_DECADES ? new int[] {1, 2, 5} : new int[] {1};
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<ValueTick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            for (int multiple : multiples) {
                double value = multiple * StrictMath.pow(getBase(), power);
                if (getRange().contains(value)) {
                    ticks.add(new NumberTick(value, label(multiple, power), anchor, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }

    /** How many labels have room. */
    private double room(Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        return length / (ROOM * getTickLabelFont().getSize2D());
    }

    /** Powers of two as whole numbers or fractions, powers of ten as far as they can be read at a glance. */
    private String label(int multiple, int power) {
        if (getBase() == 2 && Math.abs(power) <= 17) {
            return power < 0 ? "1/" + (1 << -power) : Integer.toString(1 << power);
        }
        if (getBase() == 10 && power >= -4 && power <= 5) {
            return BigDecimal.valueOf(multiple).scaleByPowerOfTen(power).toPlainString();
        }
        return (multiple == 1 ? "" : multiple + "\u00d7") + (int) getBase() + "^" + power;
    }
}
