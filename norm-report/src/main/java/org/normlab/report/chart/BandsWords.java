package org.normlab.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/** What a {@link Bands} says in words and numbers. */
final class BandsWords {
    private BandsWords() {}

    /** A series' point at one place. */
    private record Entry(String name, Point point) {
        String text() {
            return name + " " + Numbers.measured(point.middle(), point.low(), point.high());
        }
    }

    /** Lowest and highest at the first and the last place. */
    static String finding(Bands bands) {
        double[] places = places(bands).toArray();
        if (places.length == 0) {
            return "There is nothing to draw: no point has a finite value.";
        }
        double first = places[0];
        double last = places[places.length - 1];
        Stream<String> ends =
                first == last ? Stream.of(at(bands, first)) : Stream.of(at(bands, first), at(bands, last));
        return bands.y().label() + " by " + bands.x().label() + ". " + ends.collect(Collectors.joining(" "));
    }

    private static String at(Bands bands, double place) {
        List<Entry> entries = bands.series().stream()
                .flatMap(series -> series.points().stream()
                        .filter(point -> point.x() == place
                                && point.isShown(bands.x().scale(), bands.y().scale()))
                        .map(point -> new Entry(series.name(), point)))
                .sorted(Comparator.comparingDouble(entry -> entry.point().middle()))
                .toList();
        String where = "At " + Numbers.rounded(place).replaceFirst("\\.0+$", "") + ": ";
        Entry lowest = entries.get(0);
        Entry highest = entries.get(entries.size() - 1);
        return entries.size() == 1
                ? where + lowest.text() + "."
                : where + "lowest " + lowest.text() + ", highest " + highest.text() + ".";
    }

    private static DoubleStream places(Bands bands) {
        return bands.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> point.isShown(bands.x().scale(), bands.y().scale()))
                .mapToDouble(Point::x)
                .sorted()
                .distinct();
    }

    /** One row a point; the columns of runs and divergence only where something stands in them. */
    static Table data(Bands bands) {
        List<Point> points =
                bands.series().stream().flatMap(s -> s.points().stream()).toList();
        boolean runs = points.stream().anyMatch(point -> !point.runs().isEmpty());
        boolean lost = points.stream().anyMatch(point -> point.diverged() > 0);
        List<String> header =
                new ArrayList<>(List.of("series", bands.x().label(), bands.y().label(), "low", "high"));
        if (runs) {
            header.add("runs");
        }
        if (lost) {
            header.add("diverged");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Series series : bands.series()) {
            for (Point point : series.points()) {
                rows.add(row(series.name(), point, runs, lost));
            }
        }
        return new Table(header, rows);
    }

    private static List<Cell> row(String name, Point point, boolean runs, boolean lost) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(name), place(point.x()), Cell.of(point.middle()), Cell.of(point.low()), Cell.of(point.high())));
        if (runs) {
            row.add(Cell.of(point.runs().stream().map(Numbers::rounded).collect(Collectors.joining("  "))));
        }
        if (lost) {
            row.add(Cell.percent(point.diverged()));
        }
        return row;
    }

    /** Batch sizes and steps without needless decimals. */
    private static Cell place(double x) {
        return new Cell.Real(x, x == Math.rint(x) ? Numbers.fixed(x, 0) : Numbers.rounded(x));
    }
}
