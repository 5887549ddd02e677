package org.normlab.report.net;

import org.normlab.core.Tensor;

/** Loops over tensors seen as rows. All sums run in memory order. */
final class Rows {
    private Rows() {}

    /** All elements become 0. */
    static void clear(Tensor tensor) {
        for (int i = 0, count = tensor.shape().count(); i < count; i++) {
            tensor.set(i, 0);
        }
    }

    /** Every row of {@code rows} becomes {@code row}. */
    static void repeat(Tensor row, Tensor rows) {
        int width = row.shape().count();
        for (int at = 0, end = rows.shape().count(); at < end; at += width) {
            for (int j = 0; j < width; j++) {
                rows.set(at + j, row.get(j));
            }
        }
    }

    /** sums += the sum of all rows. */
    static void addSums(Tensor rows, Tensor sums) {
        int width = sums.shape().count();
        for (int at = 0, end = rows.shape().count(); at < end; at += width) {
            for (int j = 0; j < width; j++) {
                sums.set(j, sums.get(j) + rows.get(at + j));
            }
        }
    }

    /** target += source. */
    static void add(Tensor source, Tensor target) {
        for (int i = 0, count = source.shape().count(); i < count; i++) {
            target.set(i, target.get(i) + source.get(i));
        }
    }
}
