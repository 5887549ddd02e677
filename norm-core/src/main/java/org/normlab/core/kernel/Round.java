package org.normlab.core.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Parts that threads share: each seat begins with its own stretch of them, so that the caches of its core find in one round what they
 * held in the last, and then takes what others have not begun.
 */
final class Round {
    private static final int SPINS = 1 << 12;

    private final IntConsumer part;
    private final boolean backwards;
    private final int seats;
    private final AtomicIntegerArray taken;
    private final AtomicInteger left;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** A round of so many parts for at most so many threads, each of which goes over its parts in order or backwards. */
    Round(int parts, int threads, boolean backwards, IntConsumer part) {
        this.part = part;
        this.backwards = backwards;
        this.seats = Math.min(parts, threads);
        this.taken = new AtomicIntegerArray(parts);
        this.left = new AtomicInteger(parts);
    }

    int seats() {
        return seats;
    }

    /** Does parts until none is left to begin; whether there was any. */
    boolean work(int seat) {
        boolean any = false;
        int parts = taken.length();
        int first = Shards.start(backwards ? seat + 1 : seat, seats, parts);
        for (int k = 0; k < parts; k++) {
            int i = Math.floorMod(backwards ? first - 1 - k : first + k, parts);
            if (taken.compareAndSet(i, 0, 1)) {
                attempt(i);
                any = true;
            }
        }
        return any;
    }

    private void attempt(int i) {
        try {
            part.accept(i);
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            left.decrementAndGet();
        }
    }

    /** Waits for what others have begun. */
    void await() {
        for (int spins = 0; left.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    /** Throws what a part has thrown. */
    void raise() {
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
