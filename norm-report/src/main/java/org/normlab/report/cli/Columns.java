package org.normlab.report.cli;

import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Text in columns for a terminal of 80 characters: middle columns are narrow, the last takes what is left, all are wrapped. */
final class Columns {
    private static final int WIDTH = 80;
    private static final int LEAST = 24;
    private static final int MIDDLE = 20;
    private static final int GAP = 2;

    private Columns() {}

    /**
     * The lines.
     *
     * @param rows the header and its rows, all of one length
     */
    static String of(List<List<String>> rows) {
        int count = rows.get(0).size();
        int[] widths = IntStream.range(0, count).map(c -> width(rows, c)).toArray();
        int left =
                WIDTH - IntStream.range(0, count - 1).map(c -> widths[c] + GAP).sum();
        Column[] columns = IntStream.range(0, count)
                .mapToObj(c -> c < count - 1
                        ? new Column(widths[c] + GAP, 0, Overflow.WRAP)
                        : new Column(Math.max(LEAST, Math.min(left, widths[c] + 1)), 0, Overflow.WRAP))
                .toArray(Column[]::new);
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
        return table.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    private static int width(List<List<String>> rows, int column) {
        int longest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        boolean middle = column > 0 && column < rows.get(0).size() - 1;
        return middle ? Math.min(MIDDLE, longest) : longest;
    }
}
