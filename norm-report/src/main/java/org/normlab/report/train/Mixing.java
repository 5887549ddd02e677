package org.normlab.report.train;

import java.util.Arrays;
import java.util.Comparator;

/** Which samples meet in a batch. All arms of a replicate draw from the same shuffled order. */
public enum Mixing {
    /** Whatever comes next in the order. */
    SHUFFLED {
        @Override
        int block(int batchSize, int classes) {
            return batchSize;
        }

        @Override
        void arrange(Integer[] rows, int[] labels) {
            // the order is random already
        }
    },
    /** Samples of about two classes, as when data come in sorted: blocks of the order are sorted by class. */
    SORTED {
        @Override
        int block(int batchSize, int classes) {
            return batchSize * ((classes + 1) / 2);
        }

        @Override
        void arrange(Integer[] rows, int[] labels) {
            Arrays.sort(rows, Comparator.comparingInt(row -> labels[row]));
        }
    };

    /** How many samples are arranged together; a multiple of the batch size. */
    abstract int block(int batchSize, int classes);

    /** Arranges a block in place; samples of one class keep their order. */
    abstract void arrange(Integer[] rows, int[] labels);
}
