package org.normlab.report.study;

import java.time.Duration;
import java.util.Set;
import org.normlab.report.trial.Outcome;

/**
 * How a {@link Runner} goes about it. Nothing here changes a result that does not depend on the machine.
 *
 * @param threads trials at a time
 * @param trialLimit the longest a trial may take; a longer one is TIMED_OUT
 * @param timeLimit when to begin no more trials
 * @param trialCount how many trials to begin at most
 * @param again outcomes to run anew, such as ERROR
 */
public record Setup(int threads, Duration trialLimit, Duration timeLimit, long trialCount, Set<Outcome> again) {
    /** Longer than any run. */
    public static final Duration FOREVER = Duration.ofDays(10_000);

    /**
     * One trial a core, without limits.
     *
     * @return the usual set-up
     */
    public static Setup standard() {
        return new Setup(Runtime.getRuntime().availableProcessors(), FOREVER, FOREVER, Long.MAX_VALUE, Set.of());
    }

    /**
     * With another number of trials at a time.
     *
     * @param other from 1 on
     * @return a copy
     */
    public Setup withThreads(int other) {
        return new Setup(other, trialLimit, timeLimit, trialCount, again);
    }
}
