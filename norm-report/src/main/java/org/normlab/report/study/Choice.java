package org.normlab.report.study;

import java.util.Comparator;
import java.util.List;

/**
 * The learning rate chosen for an arm.
 *
 * @param rate the rate of the lowest median validation error; ties go to the lower mean validation loss, then to the
 *     smaller rate
 * @param place its place among the rates, from 0
 * @param tried how many rates were tried
 * @param ran whether the arm could be run at all; if not, the choice means nothing
 */
public record Choice(double rate, int place, int tried, boolean ran) {
    private static final Comparator<Score> ORDER = Comparator.comparingDouble(Score::error)
            .thenComparingDouble(Score::loss)
            .thenComparingDouble(Score::rate);

    static Choice among(List<Score> scores) {
        Score best = scores.stream().min(ORDER).orElseThrow();
        return new Choice(
                best.rate(),
                scores.indexOf(best),
                scores.size(),
                scores.stream().anyMatch(Score::ran));
    }

    /**
     * Whether a worse rate was tried on each side, so that the choice is an optimum and not the edge of the grid.
     *
     * @return true if it is interior
     */
    public boolean interior() {
        return place > 0 && place < tried - 1;
    }

    boolean wantsLower() {
        return ran && place == 0;
    }

    boolean wantsHigher() {
        return ran && place == tried - 1;
    }
}
