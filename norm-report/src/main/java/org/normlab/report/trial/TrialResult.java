package org.normlab.report.trial;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What became of one trial. All of it but {@link #timing} is equal, bit for bit, whenever the trial is run again.
 *
 * @param trial what was to be run
 * @param ending how it ended
 * @param measures what was measured
 * @param provenance where it came from
 * @param timing how long it took, and on what
 */
public record TrialResult(Trial trial, Ending ending, Measures measures, Provenance provenance, Timing timing) {
    /**
     * The result of a trial that measured nothing.
     *
     * @param trial what was to be run
     * @param ending how it ended
     * @return the result, without numbers, provenance and time
     */
    public static TrialResult without(Trial trial, Ending ending) {
        return new TrialResult(trial, ending, Measures.NONE, Provenance.NONE, Timing.NONE);
    }

    /**
     * The kind of end.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return ending.outcome();
    }

    /**
     * One measured number.
     *
     * @param name such as {@link Measures#TEST_ERROR}
     * @return the number, or empty if it was not measured
     */
    public OptionalDouble number(String name) {
        return measures.number(name);
    }

    /**
     * The same result with another time.
     *
     * @param time the time
     * @return a copy
     */
    public TrialResult timed(Timing time) {
        return new TrialResult(trial, ending, measures, provenance, time);
    }

    /**
     * The same result with its numbers only, which is all that a plan needs.
     *
     * @return a copy without curves
     */
    public TrialResult withoutCurves() {
        return new TrialResult(trial, ending, new Measures(measures.numbers(), List.of()), provenance, timing);
    }
}
