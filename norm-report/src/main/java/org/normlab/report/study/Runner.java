package org.normlab.report.study;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * Runs the trials that a planner asks for and a ledger lacks: one trial a thread, each result saved as it ends.
 *
 * <p>One thread claims, plans and saves; the others only run trials and share nothing, so results do not depend on their
 * number or order. A trial that runs out of memory beside others is run again alone before that is its outcome. A trial
 * that exceeds its limit is interrupted. Another process may run trials of the same ledger; this one waits for them.
 */
public final class Runner {
    private static final long LOOK_MILLIS = 100;
    private static final double MILLIS = 1e3;

    private final Ledger ledger;
    private final Function<Trial, TrialResult> train;
    private final Setup setup;
    private final BiConsumer<TrialResult, Tally> progress;
    private volatile Haste haste = Haste.NONE;

    /** How soon to end. */
    private enum Haste {
        NONE,
        AFTER_RUNNING,
        NOW
    }

    /**
     * A runner for one run.
     *
     * @param ledger keeps the results
     * @param train runs one trial; called by many threads at once; should end soon after its thread is interrupted
     * @param setup threads and limits
     * @param progress hears of every result after it is saved, in one thread; must be quick
     */
    public Runner(
            Ledger ledger, Function<Trial, TrialResult> train, Setup setup, BiConsumer<TrialResult, Tally> progress) {
        this.ledger = ledger;
        this.train = train;
        this.setup = setup;
        this.progress = progress;
    }

    /** Ends the run after the trials that run now are saved. May be called by any thread. */
    public void stop() {
        haste = haste == Haste.NOW ? Haste.NOW : Haste.AFTER_RUNNING;
    }

    /** Ends the run at once; the trials that run now are dropped and their claims given back. May be called by any thread. */
    public void halt() {
        haste = Haste.NOW;
    }

    /**
     * Runs until nothing is needed any more, a limit is reached or the run is stopped.
     *
     * @param planner what is needed
     * @return how far it came; {@link Tally#complete} if nothing is left
     * @throws org.normlab.core.NormException if the ledger cannot be used; what was saved is kept
     */
    public Tally run(Planner planner) {
        ExecutorService threads = Executors.newFixedThreadPool(setup.threads(), Runner::thread);
        try (Shift shift = new Shift(threads, planner)) {
            return shift.run();
        }
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "trial");
        thread.setDaemon(true);
        return thread;
    }

    /** One run: what is in flight, and the loop. */
    private final class Shift implements AutoCloseable {
        private final ExecutorService threads;
        private final ExecutorCompletionService<TrialResult> ends;
        private final Work work;
        private final Pace pace = new Pace();
        private final long start = System.nanoTime();
        private final Map<Future<TrialResult>, Flight> running = new HashMap<>();
        private final Deque<Trial> alone = new ArrayDeque<>();
        private final TreeMap<Outcome, Integer> ended = new TreeMap<>();
        private long begun;

        Shift(ExecutorService threads, Planner planner) {
            this.threads = threads;
            this.ends = new ExecutorCompletionService<>(threads);
            this.work = new Work(planner, ledger, setup.again(), pace);
        }

        Tally run() {
            begin();
            while (haste != Haste.NOW && (!running.isEmpty() || mayBegin() && mayComeLater())) {
                await();
                begin();
            }
            work.plan(); // a limit may come before the last results have said what follows from them
            return tally();
        }

        private boolean mayComeLater() {
            return work.waitsForOthers() || !alone.isEmpty();
        }

        private boolean mayBegin() {
            return haste == Haste.NONE
                    && begun < setup.trialCount()
                    && since(start).compareTo(setup.timeLimit()) < 0;
        }

        private void begin() {
            boolean more = running.values().stream().noneMatch(Flight::alone);
            while (more && mayBegin() && running.size() < setup.threads()) {
                Optional<Trial> trial = work.claim();
                trial.ifPresent(t -> fly(t, setup.threads() == 1));
                more = trial.isPresent();
            }
            if (running.isEmpty() && mayBegin() && !alone.isEmpty()) {
                fly(alone.remove(), true);
            }
        }

        private void fly(Trial trial, boolean byItself) {
            begun++;
            running.put(ends.submit(new Attempt(trial, train)), new Flight(trial, System.nanoTime(), byItself));
        }

        private void await() {
            try {
                Optional<Future<TrialResult>> end = Optional.ofNullable(ends.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                interruptLate();
                if (end.isPresent()) {
                    land(end.get());
                } else {
                    work.lookAgain();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                halt();
            }
        }

        private void land(Future<TrialResult> end) throws InterruptedException {
            Flight flight = Optional.ofNullable(running.get(end)).orElseThrow();
            TrialResult result = result(end, flight.trial());
            running.remove(end);
            if (result.outcome() == Outcome.OUT_OF_MEMORY && !flight.alone()) {
                begun--;
                alone.add(flight.trial());
                return;
            }
            ledger.save(result);
            work.finish(result);
            pace.saw(flight.trial(), result.timing().seconds());
            ended.merge(result.outcome(), 1, Integer::sum);
            progress.accept(result, tally());
        }

        private TrialResult result(Future<TrialResult> end, Trial trial) throws InterruptedException {
            try {
                return end.get();
            } catch (CancellationException e) {
                return late(trial);
            } catch (ExecutionException e) {
                throw new IllegalStateException("an attempt lets no exception out", e);
            }
        }

        private TrialResult late(Trial trial) {
            Duration limit = setup.trialLimit();
            String span = limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
            return TrialResult.without(trial, new Ending(Outcome.TIMED_OUT, "after " + span))
                    .timed(new Timing(limit.toMillis() / MILLIS, Collections.emptySortedMap()));
        }

        private void interruptLate() {
            running.forEach((future, flight) -> {
                if (since(flight.start()).compareTo(setup.trialLimit()) > 0) {
                    future.cancel(true);
                }
            });
        }

        private Duration since(long nanos) {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        private Tally tally() {
            Pace.Forecast forecast = pace.forecast(setup.threads());
            return new Tally(
                    work.found(),
                    new TreeMap<>(ended),
                    running.size(),
                    work.left() + alone.size(),
                    forecast.least(),
                    forecast.most());
        }

        /** Drops what still runs and gives its claims back. */
        @Override
        public void close() {
            threads.shutdownNow();
            running.values().forEach(flight -> ledger.release(flight.trial()));
            alone.forEach(ledger::release);
        }
    }

    /**
     * A trial that runs.
     *
     * @param trial the trial
     * @param start by {@link System#nanoTime}
     * @param alone whether no other may run beside it
     */
    private record Flight(Trial trial, long start, boolean alone) {}
}
