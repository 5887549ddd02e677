package org.normlab.report.study;

import java.util.Optional;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** The results so far. */
public interface Finished {
    /**
     * The result of a trial.
     *
     * @param trial the trial
     * @return its result, or empty if it is not finished
     */
    Optional<TrialResult> of(Trial trial);
}
