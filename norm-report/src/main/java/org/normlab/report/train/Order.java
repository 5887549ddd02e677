package org.normlab.report.train;

import org.normlab.report.random.Streams;

/**
 * The order in which training sees its samples: pass after pass, each in a random order of its own. A batch is what comes next, so
 * all batch sizes see the same sequence, and a batch may span two passes.
 */
final class Order {
    private final Streams streams;
    private final int count;
    private int[] order = {};
    private int next;
    private long pass;

    /** Draws {@code order} from the streams, by pass. */
    Order(Streams streams, int count) {
        this.streams = streams;
        this.count = count;
    }

    /** Overwrites the rows with the next samples. */
    void next(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (next == order.length) {
                order = streams.with("pass", pass++).open("order").permutation(count);
                next = 0;
            }
            rows[i] = order[next++];
        }
    }
}
