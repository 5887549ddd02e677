package org.normlab.report.net;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The bytes that a step allocates when batches of all shapes have passed: the fewest of many steps, since a method that
 * is compiled anew puts its objects on the heap once. Only without the vector module is the answer always 0: with it a
 * compilation may keep some vectors on the heap.
 */
public final class Allocation {
    private static final int STEPS = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    public static long of(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < STEPS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
