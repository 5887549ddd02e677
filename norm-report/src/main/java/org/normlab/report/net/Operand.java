package org.normlab.report.net;

import java.util.Arrays;

/** A float32 matrix on a flat array. Mutable, so that a product of matrices allocates nothing. */
final class Operand {
    /** Rows copied together: what one cache line of the source holds. */
    private static final int BLOCK = 16;

    float[] data = {};
    int rows;
    int columns;
    int rowStep;
    int columnStep;

    /** Looks at a float32 matrix. */
    Operand view(Matrix matrix) {
        data = matrix.floats();
        rows = matrix.rows();
        columns = matrix.columns();
        rowStep = matrix.isTransposed() ? 1 : columns;
        columnStep = matrix.isTransposed() ? rows : 1;
        return this;
    }

    /** Becomes a dense matrix on an array of its own, which grows as needed; the elements are left as they are. */
    Operand resize(int newRows, int newColumns) {
        if (data.length < newRows * newColumns) {
            data = new float[newRows * newColumns];
        }
        rows = newRows;
        columns = newColumns;
        rowStep = newColumns;
        columnStep = 1;
        return this;
    }

    int at(int row, int column) {
        return row * rowStep + column * columnStep;
    }

    /** Overwrites the first columns with those of {@code source} from {@code first} on, zeros behind them. */
    void copyColumns(Operand source, int first) {
        int count = source.columns - first;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(source.data, source.at(i, first), data, at(i, 0), count);
            Arrays.fill(data, at(i, count), at(i + 1, 0), 0);
        }
    }

    /** Overwrites the columns of {@code target} from {@code first} on with the first columns. */
    void copyColumnsBack(Operand target, int first) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(data, at(i, 0), target.data, target.at(i, first), target.columns - first);
        }
    }

    /** Overwrites this dense matrix with a transposed one of the same size. */
    void copyTransposed(Operand source) {
        for (int block = 0; block < rows; block += BLOCK) {
            for (int j = 0; j < columns; j++) {
                copyColumn(source.data, j, block, Math.min(rows, block + BLOCK));
            }
        }
    }

    private void copyColumn(float[] transposed, int column, int first, int end) {
        for (int i = first; i < end; i++) {
            data[i * columns + column] = transposed[column * rows + i];
        }
    }
}
