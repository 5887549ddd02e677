package org.normlab.report.stats.tuning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * All learning rates tried for one arm, ascending.
 *
 * <p>The best has the lowest error, then the lowest loss, then is the smallest. It must be interior: a worse one on
 * each side, else the grid is extended there by {@value #STEP} points, for all arms of the comparison alike, so that
 * each has equally many trials. A learning rate is never scaled by rule.
 */
public final class LearningRateCurve {
    /** The smallest learning rate that an extension tries, 2⁻²⁰. */
    public static final double SMALLEST = 0x1p-20;

    /** The largest learning rate that an extension tries, 2⁸. */
    public static final double LARGEST = 0x1p8;

    private static final int STEP = 2;

    private static final Comparator<TriedRate> BEST_FIRST = Comparator.comparingDouble(TriedRate::error)
            .thenComparingDouble(TriedRate::loss)
            .thenComparingDouble(TriedRate::learningRate);

    private final List<TriedRate> tried;
    private final int best;

    private LearningRateCurve(List<TriedRate> tried) {
        this.tried = tried;
        this.best = tried.indexOf(tried.stream().min(BEST_FIRST).orElseThrow());
    }

    /**
     * The curve of one arm.
     *
     * @param tried at least two different learning rates, in any order; not modified
     * @return the curve
     * @throws NormException TOO_FEW if there are fewer than two different ones, OPTION if one comes twice
     */
    public static LearningRateCurve of(Collection<TriedRate> tried) {
        long different =
                tried.stream().mapToDouble(TriedRate::learningRate).distinct().count();
        if (different < 2) {
            throw NormException.about(Kind.TOO_FEW, "LearningRateCurve", "learning rates", different)
                    .because("cannot have an optimum between them", "try at least three");
        }
        if (different < tried.size()) {
            throw NormException.about(Kind.OPTION, "LearningRateCurve", "learning rates", tried.size())
                    .because("are only " + different + " different ones", "score each learning rate once");
        }
        return new LearningRateCurve(tried.stream()
                .sorted(Comparator.comparingDouble(TriedRate::learningRate))
                .toList());
    }

    /**
     * All scores.
     *
     * @return by ascending learning rate
     */
    public List<TriedRate> tried() {
        return tried;
    }

    /**
     * The learning rate to use.
     *
     * @return the best score
     */
    public TriedRate best() {
        return tried.get(best);
    }

    /**
     * Whether there is a worse learning rate on each side of the best. A flat stretch that runs to an edge is not
     * interior.
     *
     * @return true if the choice may be used for a verdict
     */
    public boolean isInterior() {
        return fallsBelow() && fallsAbove();
    }

    private boolean fallsBelow() {
        return tried.subList(0, best).stream().anyMatch(rate -> rate.isWorseThan(best()));
    }

    private boolean fallsAbove() {
        return tried.subList(best + 1, tried.size()).stream().anyMatch(rate -> rate.isWorseThan(best()));
    }

    /**
     * The learning rates to try next: two on each side that has no worse one, in the step of the grid there, from
     * {@link #SMALLEST} to {@link #LARGEST}.
     *
     * @return ascending; empty if the best is interior or the limits are reached
     */
    public List<Double> extension() {
        DoubleStream down = fallsBelow() ? DoubleStream.empty() : beyond(0, 1);
        DoubleStream up = fallsAbove() ? DoubleStream.empty() : beyond(tried.size() - 1, tried.size() - 2);
        return DoubleStream.concat(down, up)
                .filter(rate -> rate >= SMALLEST && rate <= LARGEST)
                .sorted()
                .boxed()
                .toList();
    }

    private DoubleStream beyond(int edge, int inner) {
        double rate = tried.get(edge).learningRate();
        double factor = rate / tried.get(inner).learningRate();
        return DoubleStream.iterate(rate * factor, next -> next * factor).limit(STEP);
    }

    /**
     * The learning rates that every arm of a comparison must try next: what any of them needs.
     *
     * @param arms the curves of all arms, on the same grid; not modified
     * @return ascending, each once; empty when no arm can or need be extended
     */
    public static List<Double> sharedExtension(Collection<LearningRateCurve> arms) {
        return arms.stream()
                .flatMap(arm -> arm.extension().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * How wide the neighbourhood of the best is: the stretch of neighbouring learning rates, the best among them, whose
     * error is at most the best's plus the SESOI.
     *
     * @param sesoi the smallest effect of interest, in points of error
     * @return its width in octaves, log₂ of largest over smallest; 0 if the best stands alone
     */
    public double octavesWithin(double sesoi) {
        int low = best;
        while (low > 0 && tried.get(low - 1).error() <= best().error() + sesoi) {
            low--;
        }
        int high = best;
        while (high < tried.size() - 1 && tried.get(high + 1).error() <= best().error() + sesoi) {
            high++;
        }
        double ratio = tried.get(high).learningRate() / tried.get(low).learningRate();
        return StrictMath.log(ratio) / StrictMath.log(2);
    }

    /**
     * The error to expect from fewer trials, see {@link ExpectedBest}.
     *
     * @return for k = 1, 2, ... the expected lowest error of k learning rates
     */
    public double[] expectedBest() {
        return ExpectedBest.of(tried.stream().mapToDouble(TriedRate::error).toArray());
    }
}
