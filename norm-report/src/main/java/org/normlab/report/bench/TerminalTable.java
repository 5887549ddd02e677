package org.normlab.report.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

/** Writes a table for a terminal: words flush left, numbers flush right, two spaces between columns. */
final class TerminalTable {
    private TerminalTable() {}

    static List<String> lines(Table table) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(table.header()),
                        table.rows().stream()
                                .map(row -> row.stream().map(Cell::shown).toList()))
                .toList();
        int[] widths = IntStream.range(0, table.header().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(table, row, widths)).toList();
    }

    private static String line(Table table, List<String> row, int... widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], table.isNumeric(column)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }
}
