package org.normlab.report.compare;

import org.apache.commons.statistics.descriptive.Median;

/** The median of some numbers. */
final class Medians {
    private Medians() {}

    /** NaN of none. */
    static double of(double... values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }
}
