package org.normlab.report.study;

import java.util.SortedMap;
import org.normlab.report.trial.Outcome;

/**
 * How far a run is.
 *
 * @param found trials whose results were there already, or came from another process
 * @param ended trials that this run ended, by outcome
 * @param running trials that run now
 * @param left trials that are known to be needed and have not begun
 * @param leastSeconds how long they and those that run will take if every kind of trial not seen yet is as quick as the
 *     quickest seen; one that runs counts in full
 * @param mostSeconds the same if it is as slow as the slowest; equal to the least once every kind was seen; both are NaN
 *     before the first trial ended
 */
public record Tally(
        int found, SortedMap<Outcome, Integer> ended, int running, int left, double leastSeconds, double mostSeconds) {
    /**
     * All trials that this run ended.
     *
     * @return their number
     */
    public int done() {
        return ended.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Whether nothing is left of what is known to be needed.
     *
     * @return true if neither running nor waiting trials remain
     */
    public boolean complete() {
        return running + left == 0;
    }
}
