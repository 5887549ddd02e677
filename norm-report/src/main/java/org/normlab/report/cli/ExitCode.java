package org.normlab.report.cli;

import org.normlab.core.NormException;

/** What the process returns; scripts rely on these numbers. */
enum ExitCode {
    /** Done; diverged or skipped trials are results, not failures. */
    DONE(0),
    /** The command could not do its work. */
    FAILED(1),
    /** A bad argument, value or study file; nothing was started. */
    USAGE(2),
    /** Finished, but some trials ended in error, out of memory or out of time. */
    INCOMPLETE(3),
    /** The time or the number of trials ran out; the study can go on. */
    STOPPED(4),
    /** The work was done and the answer is no. */
    REFUSED(5),
    /** Interrupted and saved. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What a failure means: a value that cannot be used, or work that could not be done. */
    static ExitCode of(Throwable failure) {
        if (failure instanceof NormException refusal) {
            return switch (refusal.kind()) {
                case OPTION, SHAPE, TOO_FEW -> USAGE;
                case STATE, RESOURCE -> FAILED;
            };
        }
        return FAILED;
    }

    /** The number that the shell sees. */
    int number() {
        return number;
    }
}
