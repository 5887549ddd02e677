package org.normlab.report.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.normlab.report.study.Runner;

/**
 * Ctrl-C, TERM or HUP during a command that keeps results: what runs is dropped, what is finished is kept, and the command
 * says how to go on.
 *
 * <p>The JVM ends when its shutdown hooks do, so the hook waits until this is closed: open it before the store, so that it is
 * closed after. The hook then sets the exit code, for the JVM has one of its own for each signal.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end);
    private Optional<Runner> runner = Optional.empty();
    private boolean came;

    private Interruption() {}

    static Interruption open() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Halts this runner when an interruption comes, or now if one has come. */
    synchronized void halts(Runner running) {
        runner = Optional.of(running);
        if (came) {
            running.halt();
        }
    }

    /** Whether the program is being ended; then every step delays its end. */
    synchronized boolean came() {
        return came;
    }

    private void end() {
        come();
        await();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    private synchronized void come() {
        came = true;
        runner.ifPresent(Runner::halt);
    }

    private void await() {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("norm: did not end in time; what was finished is saved, run it again to go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending already: the hook runs, and sees that this is closed
        }
    }
}
