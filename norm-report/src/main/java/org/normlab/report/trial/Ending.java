package org.normlab.report.trial;

/**
 * How a trial ended, and why if it was not the usual end.
 *
 * @param outcome the kind of end
 * @param reason one line: the step and the first bad tensor, the exception, or why it was skipped; empty if OK
 */
public record Ending(Outcome outcome, String reason) {
    /** The usual end: trained and evaluated. */
    public static final Ending OK = new Ending(Outcome.OK, "");

    /**
     * The end of a trial that stopped being finite.
     *
     * @param step the step of the optimizer, from 0
     * @param tensor the name of the first tensor with a NaN or an infinity
     * @return the ending
     */
    public static Ending diverged(long step, String tensor) {
        return new Ending(Outcome.DIVERGED, "step " + step + ": " + tensor + " is not finite");
    }

    /**
     * The end of a trial that cannot be built.
     *
     * @param reason one line that says why
     * @return the ending
     */
    public static Ending skipped(String reason) {
        return new Ending(Outcome.SKIPPED, reason);
    }
}
