package org.normlab.report.stats;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * Differences d₁ ... dₙ of two arms, one a replicate, and their summaries.
 *
 * <p>The two arms of a replicate share data split, order of examples and initial weights, so that only the arm differs.
 * A verdict reads a positive difference as one in the claimed direction; {@link #negated} turns it round. Every summary
 * is computed from the sorted differences, so that the order of the replicates does not change a bit.
 */
public final class Paired {
    private final double[] differences;
    private final double[] sorted;

    private Paired(double[] differences) {
        this.differences = differences;
        this.sorted = differences.clone();
        Arrays.sort(sorted);
        if (differences.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw NormException.about(Kind.TOO_FEW, "Paired", "differences", Arrays.toString(differences))
                    .because(
                            "are not one or more finite numbers",
                            "score a diverged trial as the worst, do not drop it");
        }
    }

    /**
     * Differences that are already computed.
     *
     * @param differences one a replicate, finite; not modified
     * @return the paired differences
     * @throws NormException TOO_FEW if there is none or one is not finite
     */
    public static Paired of(double... differences) {
        return new Paired(differences.clone());
    }

    /**
     * The differences {@code a[i] - b[i]}.
     *
     * @param a one value a replicate; not modified
     * @param b the values of the other arm on the same replicates; not modified
     * @return the paired differences
     * @throws NormException SHAPE if the lengths differ, TOO_FEW if there is none or one is not finite
     */
    public static Paired differences(double[] a, double[] b) {
        return combined(a, b, (x, y) -> x - y);
    }

    /**
     * The natural logarithms of the ratios {@code a[i] / b[i]}: ratios are judged on this scale.
     *
     * @param a one positive value a replicate; not modified
     * @param b the values of the other arm on the same replicates, positive; not modified
     * @return the paired log ratios
     * @throws NormException SHAPE if the lengths differ, TOO_FEW if there is none or one is not finite
     */
    public static Paired logRatios(double[] a, double[] b) {
        return combined(a, b, (x, y) -> StrictMath.log(x / y));
    }

    private static Paired combined(double[] a, double[] b, DoubleBinaryOperator difference) {
        if (a.length != b.length) {
            throw NormException.about(Kind.SHAPE, "Paired", "replicates", a.length)
                    .because("differ from the other arm's " + b.length, "run both arms on the same replicates");
        }
        double[] differences = new double[a.length];
        Arrays.setAll(differences, i -> difference.applyAsDouble(a[i], b[i]));
        return new Paired(differences);
    }

    /**
     * How many replicates there are.
     *
     * @return n
     */
    public int size() {
        return differences.length;
    }

    /**
     * The differences in the order of the replicates.
     *
     * @return a copy
     */
    public double[] values() {
        return differences.clone();
    }

    /** The differences in ascending order, a copy. */
    double[] sorted() {
        return sorted.clone();
    }

    /**
     * The arithmetic mean.
     *
     * @return Σd / n
     */
    public double mean() {
        return Mean.of(sorted).getAsDouble();
    }

    /**
     * The median.
     *
     * @return the middle difference, or the mean of the two in the middle
     */
    public double median() {
        return Median.withDefaults().evaluate(sorted);
    }

    /**
     * The mean of the middle half, see {@link Iqm}.
     *
     * @return the interquartile mean
     */
    public double interquartileMean() {
        return Iqm.of(sorted);
    }

    /**
     * The median of the means of all pairs (dᵢ + dⱼ)/2 with i ≤ j (Hodges and Lehmann 1963).
     *
     * @return an estimate of the centre that one wild replicate hardly moves
     */
    public double hodgesLehmann() {
        int n = sorted.length;
        double[] means = new double[n * (n + 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                means[next++] = (sorted[i] + sorted[j]) / 2;
            }
        }
        return Median.withDefaults().evaluate(means);
    }

    /**
     * The standard deviation with divisor n − 1.
     *
     * @return the deviation; 0 if there is one replicate
     */
    public double standardDeviation() {
        return StandardDeviation.of(sorted).getAsDouble();
    }

    /**
     * The share of replicates with a positive difference; zeros count half.
     *
     * @return the share with its interval
     */
    public PairedWins wins() {
        return PairedWins.of(this);
    }

    /**
     * The differences from another centre, to test against a limit other than 0.
     *
     * @param limit what to take from each difference
     * @return new paired differences
     */
    public Paired minus(double limit) {
        return mapped(d -> d - limit);
    }

    /**
     * The differences of the exchanged arms.
     *
     * @return new paired differences
     */
    public Paired negated() {
        return mapped(d -> 0 - d); // 0, not −0, for equal arms
    }

    private Paired mapped(DoubleUnaryOperator change) {
        return new Paired(Arrays.stream(differences).map(change).toArray());
    }
}
