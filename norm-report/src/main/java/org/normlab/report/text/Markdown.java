package org.normlab.report.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link Table} as a Markdown table with escaped words and numbers set flush right. */
public final class Markdown {
    private Markdown() {}

    /**
     * The table as text, header first.
     *
     * @param table any table
     * @return the lines, each ended by LF
     */
    public static String write(Table table) {
        String header = line(table.header().stream().map(Markdown::escaped).toList());
        String rule = line(IntStream.range(0, table.header().size())
                .mapToObj(column -> table.isNumeric(column) ? "--:" : "---")
                .toList());
        return table.rows().stream()
                .map(row -> line(row.stream().map(cell -> escaped(cell.shown())).toList()))
                .collect(Collectors.joining("", header + rule, ""));
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String words) {
        return words.replaceAll("[\\\\`*_{}\\[\\]<>#|~&$]", "\\\\$0").replaceAll("\\R|\\p{Cntrl}", " ");
    }
}
