package org.normlab.report.study;

import java.util.Optional;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Where results are kept and where processes agree on who runs what: the part of a store that a {@link Runner} needs. */
public interface Ledger {
    /** The answer to a claim. */
    enum Claim {
        /** The caller is to run the trial and to save it. */
        MINE,
        /** A living process runs it. */
        TAKEN,
        /** Its result is there. */
        DONE
    }

    /**
     * Asks to run a trial.
     *
     * @param trial the trial
     * @param again outcomes that count as not done; a row with one of them is set aside when the claim succeeds
     * @return whether the caller is to run it
     */
    Claim claim(Trial trial, Set<Outcome> again);

    /**
     * Gives a claim back without a result.
     *
     * @param trial a trial that {@link #claim} answered MINE for
     */
    void release(Trial trial);

    /**
     * Keeps a result and ends the claim, in one transaction. An equal result is kept once. A result that depends on the
     * machine gives way to one that does not.
     *
     * @param result the result
     * @throws NormException STATE if another result of the same trial is there, which breaks reproducibility; the first
     *     one is kept
     */
    void save(TrialResult result);

    /**
     * The result of one trial.
     *
     * @param id the trial's id
     * @return the result, or empty if it is not there
     */
    Optional<TrialResult> find(String id);
}
