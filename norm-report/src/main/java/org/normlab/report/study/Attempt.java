package org.normlab.report.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.normlab.core.NormException;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * Runs one trial in its thread and turns every end into a result.
 *
 * @param trial the trial
 * @param train what runs it
 */
record Attempt(Trial trial, Function<Trial, TrialResult> train) implements Callable<TrialResult> {
    private static final double NANOS = 1e9;

    @Override
    public TrialResult call() {
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        TrialResult result = run();
        double seconds = (System.nanoTime() - start) / NANOS;
        return result.timing().equals(Timing.NONE) ? result.timed(new Timing(seconds, facts(began))) : result;
    }

    private static SortedMap<String, String> facts(Instant began) {
        SortedMap<String, String> facts = Machine.facts();
        facts.put(Timing.START, began.toString());
        return facts;
    }

    private TrialResult run() {
        try {
            return train.apply(trial);
        } catch (OutOfMemoryError e) {
            return ended(Outcome.OUT_OF_MEMORY, String.valueOf(e.getMessage()));
        } catch (NormException e) {
            return ended(skips(e) ? Outcome.SKIPPED : Outcome.ERROR, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return ended(Outcome.ERROR, e.getClass().getName() + ": " + e.getMessage());
        }
    }

    /** A specification that cannot be built, as against a machine or a file that gave out. */
    private static boolean skips(NormException e) {
        return switch (e.kind()) {
            case SHAPE, OPTION, TOO_FEW -> true;
            case STATE, RESOURCE -> false;
        };
    }

    private TrialResult ended(Outcome outcome, String reason) {
        return TrialResult.without(trial, new Ending(outcome, reason));
    }
}
