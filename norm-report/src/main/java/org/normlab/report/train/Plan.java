package org.normlab.report.train;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * How a network is trained.
 *
 * @param batchSize samples in one step
 * @param samples samples seen in all; a last step that would not be full is left out
 * @param rate the first step size
 * @param schedule the step size over time
 * @param rule how a gradient becomes an update
 * @param bounds weight decay and clipping
 * @param points points of each learning curve, evenly spaced over the budget
 * @param mixing which samples meet in a batch
 */
public record Plan(
        int batchSize,
        long samples,
        double rate,
        Schedule schedule,
        Rule rule,
        Optimizer.Bounds bounds,
        int points,
        Mixing mixing) {

    /**
     * Checks that there is at least one step.
     *
     * @param batchSize samples in one step
     * @param samples samples seen in all; a last step that would not be full is left out
     * @param rate the first step size
     * @param schedule the step size over time
     * @param rule how a gradient becomes an update
     * @param bounds weight decay and clipping
     * @param points points of each learning curve, evenly spaced over the budget
     * @param mixing which samples meet in a batch
     */
    public Plan {
        if (batchSize < 1 || samples < batchSize) {
            throw NormException.about(Kind.OPTION, "Plan", "batchSize", batchSize)
                    .because("does not fit a budget of " + samples + " samples", "use 1 to " + samples);
        }
    }

    /**
     * The number of steps.
     *
     * @return at least 1
     */
    public long steps() {
        return samples / batchSize;
    }

    /** Whether a curve has a point after this many steps. */
    boolean isPoint(long done) {
        return points > 0 && done * points / steps() > (done - 1) * points / steps();
    }
}
