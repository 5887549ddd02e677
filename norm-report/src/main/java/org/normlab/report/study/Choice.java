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
 * @param worseAbove whether one of the larger rates was worse, not just as good
 * @param ran whether the arm could be run at all; if not, the choice means nothing
 */
public record Choice(double rate, int place, int tried, boolean worseAbove, boolean ran) {
    private static final Comparator<Score> QUALITY =
            Comparator.comparingDouble(Score::error).thenComparingDouble(Score::loss);

    static Choice among(List<Score> scores) {
        Score best =
                scores.stream().min(QUALITY.thenComparingDouble(Score::rate)).orElseThrow();
        int place = scores.indexOf(best);
        return new Choice(
                best.rate(),
                place,
                scores.size(),
                scores.stream().skip(place).anyMatch(score -> QUALITY.compare(score, best) > 0),
                scores.stream().anyMatch(Score::ran));
    }

    /**
     * Whether a worse rate was tried on each side, so that the choice is an optimum and not the edge of the grid. A flat stretch
     * that runs to the largest rate is none; a smaller rate is always worse, for it would have won a tie.
     *
     * @return true if it is interior
     */
    public boolean interior() {
        return place > 0 && worseAbove;
    }

    boolean wantsLower() {
        return ran && place == 0;
    }

    /** Not while smaller rates are to be tried: where all diverge, larger ones will. */
    boolean wantsHigher() {
        return ran && place > 0 && !worseAbove;
    }
}
