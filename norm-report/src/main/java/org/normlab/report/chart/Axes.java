package org.normlab.report.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;

/** Turns an {@link Axis} and the values on it into an axis of JFreeChart. */
final class Axes {
    /** Shorter axes have no room for ticks between neighbouring doubles. */
    private static final double SHORTEST = 1e-100;

    private Axes() {}

    /** An axis from the least to the greatest value with a margin, a share of its length. */
    static ValueAxis of(Axis axis, double[] values, double margin) {
        double[] shown = DoubleStream.of(values).filter(axis.scale()::shows).toArray();
        ValueAxis drawn = axis.scale() == Axis.Scale.LINEAR ? linear(axis, shown, margin) : log(axis, shown, margin);
        drawn.setAutoRange(false);
        return drawn;
    }

    private static ValueAxis linear(Axis axis, double[] values, double margin) {
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(values).max().orElse(1));
        if (high - low < SHORTEST) {
            high = low + 1;
        }
        double room = (high - low) * margin;
        NumberAxis drawn = new NumberAxis(axis.label());
        drawn.setNumberFormatOverride(plain());
        drawn.setRange(new Range(low < 0 ? low - room : 0, high > 0 ? high + room : 0));
        return drawn;
    }

    private static ValueAxis log(Axis axis, double[] values, double margin) {
        double low = DoubleStream.of(values).min().orElse(1);
        double high = DoubleStream.of(values).max().orElse(10);
        int base = axis.scale() == Axis.Scale.LOG2 ? 2 : 10;
        LogAxis drawn = new PowerAxis(axis.label(), base);
        double room = StrictMath.pow(base, Math.max(steps(low, high, base), 1) * margin);
        drawn.setRange(new Range(low / room, high * room));
        return drawn;
    }

    private static double steps(double low, double high, int base) {
        return (StrictMath.log(high) - StrictMath.log(low)) / StrictMath.log(base);
    }

    private static DecimalFormat plain() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return new DecimalFormat("#,##0.######", symbols);
    }
}
