package org.normlab.core.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;

/**
 * Spreads fixed parts of a pass over threads.
 *
 * <p>The parts depend on the shape alone and are merged in order, so the number of threads changes no bit. A caller inside a
 * {@link ForkJoinPool} has as many threads as its pool: {@code new ForkJoinPool(1)} means one thread. Any other caller has as many as the
 * common pool and itself.
 */
final class Shards {
    /** Elements that a part is worth. */
    private static final int SMALL = 1 << 13;

    /** Below this many elements a pass is over before a second thread has its share. */
    private static final int ALONE = 1 << 16;

    /** Below this many elements a pass is over before a second thread has woken up. */
    private static final int WORTH = 1 << 19;

    /** A tensor of this size with few statistics is cut inside its statistics. */
    private static final int LARGE = 1 << 17;

    /** Parts of a pass, and units of a layout that makes them for this. */
    static final int MOST_PARTS = 16;

    private Shards() {}

    /** Runs all parts, of a pass over so many elements. */
    static void run(int parts, int size, IntConsumer part) {
        run(parts, size, false, part);
    }

    /** Runs all parts in the opposite order, since the caches have the last ones still. */
    static void runBack(int parts, int size, IntConsumer part) {
        run(parts, size, true, part);
    }

    private static void run(int parts, int size, boolean backwards, IntConsumer part) {
        int threads = threads();
        boolean shared = parts > 1 && size >= ALONE && threads > 1;
        if (shared && Team.run(new Round(parts, threads, backwards, part), size >= WORTH)) {
            return;
        }
        for (int i = 0; i < parts; i++) {
            part.accept(backwards ? parts - 1 - i : i);
        }
    }

    /** How many threads a large pass would use here. */
    static int threads() {
        return ForkJoinTask.inForkJoinPool()
                ? ForkJoinTask.getPool().getParallelism()
                : ForkJoinPool.getCommonPoolParallelism() + 1;
    }

    /** Into how many parts the units of a pass fall; each part has its own parameter sums, so many channels mean few parts. */
    static int parts(int units, int size, int channels) {
        long bySize = Math.min(size / SMALL, size / (64L * channels));
        return (int) Math.max(1, Math.min(Math.min(bySize, MOST_PARTS), units));
    }

    /**
     * Into how many chunks each unit is cut so that few large units make enough parts; 1 if they need not be, or if the parameter
     * sums of so many parts would outweigh the tensor.
     */
    static int chunks(int units, int runs, int size, int channels) {
        boolean heavy = 8L * channels * 2 * MOST_PARTS > size;
        return units >= MOST_PARTS || size < LARGE || heavy ? 1 : Math.min(runs, 2 * MOST_PARTS / units);
    }

    /** Where part {@code i} of {@code parts} starts in a range. */
    static int start(int i, int parts, int length) {
        return (int) ((long) length * i / parts);
    }
}
