package org.normlab.report.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.normlab.report.study.Runner;

/**
 * Ctrl-C during a run: what runs is dropped, what is finished is kept, and the command says how to go on.
 *
 * <p>The JVM ends when its shutdown hooks do, so the hook waits until the command has closed its store.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 2;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean came;

    private Interruption(Runner runner) {
        hook = new Thread(() -> {
            came = true;
            runner.halt();
            await();
        });
    }

    static Interruption of(Runner runner) {
        Interruption interruption = new Interruption(runner);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void await() {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("norm: a trial did not stop in time; the store is valid");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean came() {
        return came;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!came) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
