package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.normlab.report.text.Numbers;

/** Ratios of times over many rows: their geometric mean, and the row that stands worst. */
final class Speeds {
    private final List<Speed> speeds = new ArrayList<>();

    /** One row's ratio. */
    private record Speed(String place, double value) {}

    /** Notes a row's ratio, if it has one. */
    void add(String place, OptionalDouble ratio) {
        ratio.ifPresent(value -> speeds.add(new Speed(place, value)));
    }

    boolean isEmpty() {
        return speeds.isEmpty();
    }

    /** exp of the mean logarithm; NaN of nothing. */
    double geomean() {
        double sum = speeds.stream()
                .mapToDouble(speed -> StrictMath.log(speed.value))
                .sum();
        return StrictMath.exp(sum / speeds.size());
    }

    /** The smallest; NaN of nothing. */
    double min() {
        return speeds.stream().mapToDouble(Speed::value).min().orElse(Double.NaN);
    }

    /** Both, as scripts read them. */
    String summary() {
        return "geomean " + Numbers.fixed(geomean(), 2) + " min " + Numbers.fixed(min(), 2);
    }

    /** The same with the row that stands worst. */
    String explained() {
        return summary()
                + speeds.stream()
                        .min(Comparator.comparingDouble(Speed::value))
                        .map(speed -> " at " + speed.place)
                        .orElse("");
    }
}
