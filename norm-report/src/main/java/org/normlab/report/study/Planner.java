package org.normlab.report.study;

import java.util.List;
import org.normlab.report.trial.Trial;

/** Says which trials a question needs. A pure function: the same results give the same trials in the same order. */
public interface Planner {
    /**
     * The trials that are known to be needed, finished or not. When all of them are finished, asking again may name more;
     * if it does not, the question is answered.
     *
     * @param finished the results so far; not modified
     * @return the trials in the order in which they are best run
     */
    List<Trial> plan(Finished finished);
}
