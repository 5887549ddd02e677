package org.normlab.core.kernel;

import java.util.function.Supplier;

/**
 * Runs a vector kernel over a small block, on a thread of its own, until the compiler has made vectors of it.
 *
 * <p>Each element type has its own, since what the compiler has learnt of one it unlearns when it meets the other. Whoever normalizes a
 * few small tensors starts none.
 */
final class WarmUp implements Runnable {
    /** Blocks after which more are to be expected. */
    private static final int MANY = 200;

    /** What a compiled method takes at most for eight elements, in nanoseconds: a fifth of what vectors as objects take. */
    private static final double COMPILED = 50;

    /** How long the compiler may take, in nanoseconds; what it has not done by then, it never does. */
    static final long LONGEST = 60_000_000_000L;

    /** One kernel at a time, so that the first is soon done. */
    private static final Object TURN = new Object();

    /** How far the compiler is. */
    enum State {
        /** Nobody has asked often. */
        IDLE,
        BEGUN,
        DONE,
        GIVEN_UP
    }

    private final Supplier<Drill> drills;
    private final long longest;
    private final Thread thread;
    private int asked;
    private volatile boolean done;

    /** Over a drill that is made when it is needed, for so many nanoseconds at most. */
    WarmUp(Supplier<Drill> drills, long longest) {
        this.drills = drills;
        this.longest = longest;
        this.thread = new Thread(null, this, "norm-core warm-up", 0, false);
        thread.setDaemon(true);
    }

    /** Whether the vectors are compiled; asking often is what starts the compilation. */
    boolean isDone() {
        return done || ask();
    }

    State state() {
        return switch (thread.getState()) {
            case NEW -> State.IDLE;
            case TERMINATED -> done ? State.DONE : State.GIVEN_UP;
            default -> done ? State.DONE : State.BEGUN;
        };
    }

    private boolean ask() {
        if (++asked == MANY) {
            start();
        }
        return done;
    }

    private synchronized void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Waits until the vectors are compiled, or never will be, or this thread is interrupted. */
    void await() {
        start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        synchronized (TURN) {
            Drill drill = drills.get();
            long since = System.nanoTime();
            while (!done && System.nanoTime() - since < longest) {
                done = drill.slowest() < COMPILED;
            }
        }
    }
}
