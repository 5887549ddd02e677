package org.normlab.report.net;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The bytes that a step allocates when batches of all shapes have passed. Only without the vector module is the answer
 * always 0: with it a compilation may keep some vectors on the heap.
 */
public final class Allocation {
    private static final int FIRST_STEPS = 10;
    private static final int STEPS = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    public static long of(Runnable step) {
        repeat(FIRST_STEPS, step);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        repeat(STEPS, step);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }
}
