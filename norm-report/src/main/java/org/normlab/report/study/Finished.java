package org.normlab.report.study;

import java.util.HashMap;
import java.util.Map;
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

    /**
     * The same results, each asked for once: for a run that is over and results that are read from afar.
     *
     * @return for one thread; keeps what it was told
     */
    default Finished remembered() {
        Map<Trial, Optional<TrialResult>> known = new HashMap<>();
        return trial -> known.computeIfAbsent(trial, this::of);
    }
}
