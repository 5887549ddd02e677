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
}
