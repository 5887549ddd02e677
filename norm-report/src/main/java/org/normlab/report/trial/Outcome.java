package org.normlab.report.trial;

/** How a trial ended. Every end is a result with a row of its own; none is dropped. */
public enum Outcome {
    /** The whole budget was trained and evaluated. */
    OK,
    /** A loss, gradient or parameter stopped being finite: a result, scored worst. */
    DIVERGED,
    /** The memory of this machine did not suffice. */
    OUT_OF_MEMORY,
    /** The time allowed for one trial was used up. */
    TIMED_OUT,
    /** The trial threw an exception. */
    ERROR,
    /** The trial cannot be run as specified, such as instance norm without a spatial axis; the reason says why. */
    SKIPPED;

    /**
     * Whether another machine, or the same one at another hour, may end the trial in another way. Such a result gives
     * way to a reproducible one.
     *
     * @return true for {@link #OUT_OF_MEMORY}, {@link #TIMED_OUT} and {@link #ERROR}
     */
    public boolean dependsOnMachine() {
        return this == OUT_OF_MEMORY || this == TIMED_OUT || this == ERROR;
    }
}
