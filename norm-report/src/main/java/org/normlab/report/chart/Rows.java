package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/** What {@link Forest} and {@link Bars} share: measures as rows under the headings of their groups. */
record Rows(Axis axis, List<Measure> measures) {
    private static final int ROW = 24;
    private static final int FRAME = 64;

    /** Where a row's value and the origin lie in the drawing. */
    record Place(Measure row, double value, double origin, double y) {}

    Chart chart(String title, String howToRead, BiConsumer<Graphics2D, Place> mark) {
        int height = FRAME + ROW * Math.max(1, lines().size());
        Caption caption = new Caption(title, howToRead, finding());
        RowsPainter painter = new RowsPainter(this, mark);
        return Chart.draw(caption, data(), Size.wide(height), Size.compact(height), painter::paint);
    }

    /** A line of the drawing: a heading if it has no measure. */
    record Line(String heading, List<Measure> measure) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String group = "";
        for (Measure measure : measures) {
            if (!measure.group().equals(group)) {
                group = measure.group();
                lines.add(new Line(group, List.of()));
            }
            lines.add(new Line(group, List.of(measure)));
        }
        return lines;
    }

    private String finding() {
        String groups = measures.stream()
                .filter(measure -> measure.isShown(axis.scale()))
                .collect(Collectors.groupingBy(Measure::group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> extremes(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
        return groups.isEmpty() ? "There is nothing to draw: no row has a finite value." : axis.label() + ". " + groups;
    }

    private static String extremes(String group, List<Measure> rows) {
        List<String> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(Measure::value))
                .map(row -> row.name() + " " + Numbers.measured(row.value(), row.low(), row.high()))
                .toList();
        String heading = group.isEmpty() ? "" : group + ": ";
        return sorted.size() == 1
                ? heading + sorted.get(0) + "."
                : heading + "lowest " + sorted.get(0) + ", highest " + sorted.get(sorted.size() - 1) + ".";
    }

    private Table data() {
        List<List<Cell>> rows = measures.stream()
                .map(row -> List.of(
                        Cell.of(row.group()),
                        Cell.of(row.name()),
                        Cell.of(row.value()),
                        Cell.of(row.low()),
                        Cell.of(row.high())))
                .toList();
        return new Table(List.of("group", "name", axis.label(), "low", "high"), rows);
    }
}
