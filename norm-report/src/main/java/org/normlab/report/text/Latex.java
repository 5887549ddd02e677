package org.normlab.report.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link Table} as a LaTeX {@code tabular} with the rules of the package {@code booktabs}. */
public final class Latex {
    private Latex() {}

    /**
     * The table as text.
     *
     * @param table any table
     * @return a {@code tabular} environment, each line ended by LF
     */
    public static String write(Table table) {
        String columns = IntStream.range(0, table.header().size())
                .mapToObj(column -> table.isNumeric(column) ? "r" : "l")
                .collect(Collectors.joining());
        String header = line(table.header());
        String body = table.rows().stream()
                .map(row -> line(row.stream().map(Cell::shown).toList()))
                .collect(Collectors.joining());
        return "\\begin{tabular}{" + columns + "}\n\\toprule\n" + header + "\\midrule\n" + body
                + "\\bottomrule\n\\end{tabular}\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Latex::escaped).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    private static String escaped(String words) {
        return words.codePoints().mapToObj(Latex::escaped).collect(Collectors.joining());
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\textbackslash{}";
            case '^' -> "\\textasciicircum{}";
            case '~' -> "\\textasciitilde{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) codePoint;
            case 0x2212 -> "$-$";
            case 0xa0 -> "~";
            default -> Character.isISOControl(codePoint) ? " " : Character.toString(codePoint);
        };
    }
}
