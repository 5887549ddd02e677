package org.normlab.report.train;

import java.util.stream.IntStream;
import org.normlab.report.random.Streams;

/**
 * The order in which training sees its samples: pass after pass, each in a random order of its own. A batch is what comes next, so
 * all batch sizes see the same sequence, and a batch may span two passes. Sorted batches are made of blocks of that sequence.
 */
final class Order {
    private final Streams streams;
    private final int[] labels;
    private final Mixing mixing;
    private final Integer[] block;
    private int[] order = {};
    private int next;
    private int nextOfBlock;
    private long pass;

    /** Draws {@code order} from the streams, by pass. */
    Order(Streams streams, int[] labels, Plan plan) {
        this.streams = streams;
        this.labels = labels;
        mixing = plan.mixing();
        int classes = IntStream.of(labels).max().orElse(0) + 1;
        block = new Integer[mixing.block(plan.batchSize(), classes)];
        nextOfBlock = block.length;
    }

    /** Overwrites the rows with the next samples. */
    void next(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (nextOfBlock == block.length) {
                draw();
            }
            rows[i] = block[nextOfBlock++];
        }
    }

    private void draw() {
        for (int i = 0; i < block.length; i++) {
            if (next == order.length) {
                order = streams.with("pass", pass++).open("order").permutation(labels.length);
                next = 0;
            }
            block[i] = order[next++];
        }
        mixing.arrange(block, labels);
        nextOfBlock = 0;
    }
}
