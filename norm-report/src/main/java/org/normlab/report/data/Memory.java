package org.normlab.report.data;

/** Refuses what the Java heap cannot hold before it is asked for. */
final class Memory {
    private static final long ALWAYS = 32L << 20;

    private Memory() {}

    /** Demands that bytes and one copy of them fit into what the heap may still take. */
    static void demand(String file, long bytes) {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (bytes > ALWAYS && bytes > free / 2) {
            throw Refusal.ofMachine(
                    file,
                    "memory",
                    2 * (bytes >> 20) + " MiB",
                    "are needed, but " + (free >> 20) + " MiB are left",
                    "start Java with a larger -Xmx");
        }
    }
}
