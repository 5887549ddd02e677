package org.normlab.report.stats.verdict;

/** Conditions without which no verdict is spoken: if one fails, the part is inconclusive and the guard is named. */
public enum Guard {
    /** Every arm's best learning rate is interior, found with equally many trials. */
    LEARNING_RATE("G1", "the best learning rate lies at the edge of those tried"),
    /** Arms saw equally many samples; tuning replicates are not reused; nothing was chosen on test data. */
    EQUAL_FOOTING("G2", "the arms were not trained alike"),
    /** Every diverged trial is there and scored worst. */
    DIVERGENCE("G3", "diverged trials are missing"),
    /** The positive and the negative control pass. */
    CONTROLS("G4", "a control failed"),
    /** Every arm has the replicates of the look, all complete. */
    REPLICATES("G5", "too few seeds, or failed trials"),
    /** The task leaves room for the effect. */
    DIFFICULTY("G6", "the task is too easy to show a difference"),
    /** What is not the variable is the same in all arms: estimator, eps, running rule, definition, evaluation. */
    SAME_DEFINITIONS("G7", "the arms differ in more than the norm");

    private final String label;
    private final String failure;

    Guard(String label, String failure) {
        this.label = label;
        this.failure = failure;
    }

    /**
     * The short name that reports print.
     *
     * @return such as {@code G5}
     */
    public String label() {
        return label;
    }

    /**
     * What is wrong where it fails.
     *
     * @return a few words, such as {@code "a control failed"}
     */
    public String failure() {
        return failure;
    }

    /**
     * Whether {@link #REPLICATES} fails.
     *
     * @param replicates the complete replicates of the arm that has fewest
     * @param parts how many parts are judged in one report
     * @return true if they are fewer than the first look needs
     */
    public static boolean tooFewReplicates(int replicates, int parts) {
        return replicates < Looks.firstLook(parts);
    }

    /**
     * Whether {@link #DIFFICULTY} fails: the best arm's mean error is below twice the SESOI.
     *
     * @param lowestMeanError of all arms
     * @param sesoi the smallest effect of interest, in the same unit
     * @return true if the task is too easy
     */
    public static boolean tooEasy(double lowestMeanError, double sesoi) {
        return lowestMeanError < 2 * sesoi;
    }
}
