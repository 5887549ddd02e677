package org.normlab.report.study;

import java.util.Comparator;
import java.util.List;

/** The learning rate chosen for an arm. */
public final class Choice {
    private static final Comparator<Score> QUALITY =
            Comparator.comparingDouble(Score::error).thenComparingDouble(Score::loss);

    private final List<Score> scores;
    private final Score best;

    /** Among rates with these scores, by ascending rate; at least one. */
    Choice(List<Score> scores) {
        this.scores = List.copyOf(scores);
        this.best =
                scores.stream().min(QUALITY.thenComparingDouble(Score::rate)).orElseThrow();
    }

    /**
     * The rates that were tried.
     *
     * @return ascending; a copy
     */
    public double[] rates() {
        return scores.stream().mapToDouble(Score::rate).toArray();
    }

    /**
     * The median validation error at each of them; a trial that did not end well counts as 1.
     *
     * @return shares, in the order of the rates; a copy
     */
    public double[] errors() {
        return scores.stream().mapToDouble(Score::error).toArray();
    }

    /**
     * The rate of the lowest median validation error; ties go to the lower mean validation loss, then to the smaller rate.
     *
     * @return the learning rate
     */
    public double rate() {
        return best.rate();
    }

    /**
     * Its place among the rates.
     *
     * @return counted from 0
     */
    public int place() {
        return scores.indexOf(best);
    }

    /**
     * Whether a worse rate was tried on each side, so that the choice is an optimum and not the edge of the grid. A flat stretch
     * that runs to the largest rate is none; a smaller rate is always worse, for it would have won a tie.
     *
     * @return true if it is interior
     */
    public boolean interior() {
        return place() > 0 && worseAbove();
    }

    boolean wantsLower() {
        return ran() && place() == 0;
    }

    /** Not while smaller rates are to be tried: where all diverge, larger ones will. */
    boolean wantsHigher() {
        return ran() && place() > 0 && !worseAbove();
    }

    /** Whether one of the larger rates was worse, not just as good. */
    private boolean worseAbove() {
        return scores.stream().skip(place()).anyMatch(score -> QUALITY.compare(score, best) > 0);
    }

    /** Whether the arm could be run at all; if not, the choice means nothing. */
    private boolean ran() {
        return scores.stream().anyMatch(Score::ran);
    }
}
