package org.normlab.report.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a {@link Table} as comma-separated values: RFC 4180 quoting, lines ended by LF, numbers by {@link Numbers#exact}.
 *
 * <p>Words that a spreadsheet would run as a formula (they begin with {@code = + - @}, TAB, CR or LF) get a leading
 * apostrophe; numbers never do, so that {@code -1.5} stays a number.
 */
public final class Csv {
    private Csv() {}

    /**
     * The table as text, header first.
     *
     * @param table any table
     * @return the lines, each ended by LF
     */
    public static String write(Table table) {
        String header = line(table.header().stream().map(Cell::of).toList());
        return table.rows().stream().map(Csv::line).collect(Collectors.joining("", header, ""));
    }

    private static String line(List<Cell> cells) {
        return cells.stream().map(Csv::field).collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(Cell cell) {
        String text = cell instanceof Cell.Text words ? unarmed(words.shown()) : cell.exact();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String unarmed(String words) {
        boolean formula = !words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0;
        return formula ? "'" + words : words;
    }
}
