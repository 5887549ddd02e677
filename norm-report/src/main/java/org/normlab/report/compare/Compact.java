package org.normlab.report.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

/** A table for a page: without the columns that are the same in every row, and with ids cut short. */
final class Compact {
    private static final int DIGITS = 8;

    private Compact() {}

    static Table of(Table table) {
        List<Integer> kept = IntStream.range(0, table.header().size())
                .filter(column -> column == 0 || varies(table, column))
                .boxed()
                .toList();
        return new Table(
                kept.stream().map(table.header()::get).toList(),
                table.rows().stream()
                        .map(row -> kept.stream()
                                .map(column -> column == 0 ? shortened(row.get(0)) : row.get(column))
                                .toList())
                        .toList());
    }

    private static boolean varies(Table table, int column) {
        return table.rows().stream()
                        .map(row -> row.get(column).exact())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private static Cell shortened(Cell id) {
        return Cell.of(id.exact().substring(0, Math.min(DIGITS, id.exact().length())));
    }
}
