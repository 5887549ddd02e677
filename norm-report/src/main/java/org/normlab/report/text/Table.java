package org.normlab.report.text;

import java.util.List;
import org.normlab.core.NormException;

/**
 * A header and rows of cells.
 *
 * @param header the names of the columns
 * @param rows one list of cells a row, each as long as the header
 */
public record Table(List<String> header, List<List<Cell>> rows) {
    /**
     * Copies both lists and refuses a row that is longer or shorter than the header.
     *
     * @param header the names of the columns
     * @param rows one list of cells a row, each as long as the header
     */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != header.size()) {
                throw NormException.about(NormException.Kind.SHAPE, "Table", "row", row.size() + " cells")
                        .because("does not fit a header of " + header.size(), "give each column one cell");
            }
        }
    }

    /**
     * Whether the column holds numbers only, so that it is set flush right.
     *
     * @param column its index from 0
     * @return true if no cell of it is words
     */
    public boolean isNumeric(int column) {
        return rows.stream().noneMatch(row -> row.get(column) instanceof Cell.Text);
    }
}
