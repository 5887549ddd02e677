package org.normlab.report.net;

import org.ejml.data.DMatrixRMaj;
import org.normlab.core.Tensor;

/**
 * The rows of one sequence and the columns of one head.
 *
 * @param row the first row
 * @param rows how many
 * @param column the first column
 * @param columns how many
 */
record HeadRows(int row, int rows, int column, int columns) {
    /** Overwrites a matrix with a block, which stands so many columns further right. */
    void read(Tensor source, int further, DMatrixRMaj target) {
        target.reshape(rows, columns);
        for (int i = 0, to = 0; i < rows; i++) {
            int from = at(source, i, further);
            for (int j = 0; j < columns; j++) {
                target.data[to++] = source.get(from + j);
            }
        }
    }

    /** Overwrites a block, which stands so many columns further right, with a matrix. */
    void write(DMatrixRMaj source, Tensor target, int further) {
        for (int i = 0, from = 0; i < rows; i++) {
            int to = at(target, i, further);
            for (int j = 0; j < columns; j++) {
                target.set(to + j, source.data[from++]);
            }
        }
    }

    private int at(Tensor tensor, int i, int further) {
        return (row + i) * tensor.shape().channels() + column + further;
    }
}
