package org.normlab.core;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Statistics;

/**
 * Count, mean and sum of squared deviations of each statistic.
 *
 * <p>The mean is kept as an unevaluated sum of two doubles, so that constants have variance exactly 0 and merged moments keep
 * their last digits. The variance is a sum of squares over the count: never negative. {@link #merge} is commutative and
 * associative up to rounding, with empty moments as its identity.
 */
public final class Moments {
    private final Statistics statistics;
    private final long[] counts;

    Moments(Statistics statistics, long[] counts) {
        this.statistics = statistics;
        this.counts = counts;
    }

    /**
     * Moments of nothing.
     *
     * @param size how many statistics
     * @return count 0, mean 0, variance 0
     */
    public static Moments empty(int size) {
        return new Moments(new Statistics(size), new long[size]);
    }

    /**
     * Moments that are known already, as from another process.
     *
     * @param counts how many elements each statistic has; copied
     * @param means one a statistic
     * @param variances biased, one a statistic
     * @return the moments
     * @throws NormException SHAPE if the lengths differ; STATE if a count or a variance is negative
     */
    public static Moments of(long[] counts, double[] means, double[] variances) {
        if (means.length != counts.length || variances.length != counts.length) {
            throw NormException.about(Kind.SHAPE, "Moments", "means", means.length + " values")
                    .because("do not match " + counts.length + " counts", "give one of each a statistic");
        }
        Statistics statistics = new Statistics(counts.length);
        for (int s = 0; s < counts.length; s++) {
            if (counts[s] < 0) {
                throw negative("counts", s, counts[s]);
            }
            if (variances[s] < 0) {
                throw negative("variances", s, variances[s]);
            }
            statistics.hi[s] = means[s];
            statistics.m2[s] = variances[s] * counts[s];
        }
        return new Moments(statistics, counts.clone());
    }

    private static NormException negative(String name, int statistic, Number value) {
        return NormException.about(Kind.STATE, "Moments", name + "[" + statistic + "]", value)
                .because("is negative", "recompute the moments from data");
    }

    /**
     * All statistics of several moments, one after the other.
     *
     * @param parts not modified
     * @return as many statistics as the parts have together
     */
    public static Moments concat(List<Moments> parts) {
        Moments all = empty(parts.stream().mapToInt(Moments::size).sum());
        int to = 0;
        for (Moments part : parts) {
            for (int s = 0; s < part.size(); s++) {
                all.copy(to++, part, s);
            }
        }
        return all;
    }

    /**
     * Consecutive statistics.
     *
     * @param from the first
     * @param size how many
     * @return a copy
     */
    public Moments range(int from, int size) {
        Moments range = empty(size);
        for (int s = 0; s < size; s++) {
            range.copy(s, this, from + s);
        }
        return range;
    }

    /**
     * The moments of a tensor.
     *
     * @param x the tensor; not modified
     * @param axes the axes that each statistic reduces
     * @return one statistic for each position of the other axes, in memory order
     * @throws NormException SHAPE if the axes make a pattern that has no plan
     */
    public static Moments of(Tensor x, Axes axes) {
        return Passes.moments(x, axes);
    }

    /**
     * The moments of chosen elements, one after the other (Welford 1962, as merges with a single element).
     *
     * @param x the tensor; what is not chosen is not read
     * @param size how many statistics
     * @param statistic the statistic of an element by its place in memory order; negative if it is not chosen
     * @param centre what deviations are measured from; {@link Centre#ORIGIN} has mean 0 and the mean square as variance
     * @return the moments
     */
    public static Moments of(Tensor x, int size, IntUnaryOperator statistic, Centre centre) {
        Moments moments = empty(size);
        for (int i = 0; i < x.shape().count(); i++) {
            int s = statistic.applyAsInt(i);
            if (s >= 0) {
                moments.add(s, centre, x.get(i));
            }
        }
        return moments;
    }

    private void add(int s, Centre centre, double value) {
        long n = counts[s]++;
        if (centre == Centre.ORIGIN) {
            statistics.m2[s] += value * value;
        } else if (n == 0) {
            statistics.hi[s] = value;
        } else {
            statistics.add(s, n, value);
        }
    }

    /**
     * The number of statistics.
     *
     * @return how many
     */
    public int size() {
        return counts.length;
    }

    /**
     * How many elements a statistic was computed over.
     *
     * @param statistic its number
     * @return the count
     */
    public long count(int statistic) {
        return counts[statistic];
    }

    /**
     * The mean.
     *
     * @param statistic its number
     * @return the mean; 0 of nothing
     */
    public double mean(int statistic) {
        return statistics.hi[statistic] + statistics.lo[statistic];
    }

    /**
     * How far a value lies from the mean, with all digits of the mean.
     *
     * @param statistic its number
     * @param value the value
     * @return value − mean
     */
    public double deviation(int statistic, double value) {
        return value - statistics.hi[statistic] - statistics.lo[statistic];
    }

    /**
     * The biased variance M2/m.
     *
     * @param statistic its number
     * @return at least 0; 0 of nothing; NaN if an element is not finite
     */
    public double variance(int statistic) {
        return counts[statistic] == 0 ? 0 : statistics.m2[statistic] / counts[statistic];
    }

    /**
     * The unbiased variance M2/(m − 1).
     *
     * @param statistic its number
     * @return NaN for a single element
     */
    public double unbiasedVariance(int statistic) {
        return counts[statistic] == 0 ? 0 : statistics.m2[statistic] / (counts[statistic] - 1);
    }

    /**
     * The moments of both sets of elements together (Chan, Golub and LeVeque 1979).
     *
     * @param other moments of as many statistics; not modified
     * @return new moments
     * @throws NormException SHAPE if the numbers of statistics differ
     */
    public Moments merge(Moments other) {
        if (other.size() != size()) {
            throw NormException.about(Kind.SHAPE, "Moments", "other", other.size() + " statistics")
                    .because("cannot be merged with " + size(), "merge moments of the same channels");
        }
        Moments merged = empty(size());
        for (int s = 0; s < size(); s++) {
            if (counts[s] == 0) {
                merged.copy(s, other, s);
            } else if (other.counts[s] == 0) {
                merged.copy(s, this, s);
            } else {
                merged.join(this, other, s);
            }
        }
        return merged;
    }

    private void copy(int to, Moments from, int s) {
        counts[to] = from.counts[s];
        statistics.hi[to] = from.statistics.hi[s];
        statistics.lo[to] = from.statistics.lo[s];
        statistics.m2[to] = from.statistics.m2[s];
    }

    private void join(Moments a, Moments b, int s) {
        long n = a.counts[s] + b.counts[s];
        double delta = b.statistics.hi[s] - a.statistics.hi[s] + (b.statistics.lo[s] - a.statistics.lo[s]);
        double share = (double) b.counts[s] / n;
        counts[s] = n;
        statistics.hi[s] = a.statistics.hi[s];
        statistics.lo[s] = a.statistics.lo[s] + delta * share;
        statistics.m2[s] = a.statistics.m2[s] + b.statistics.m2[s] + delta * delta * (a.counts[s] * share);
    }
}
