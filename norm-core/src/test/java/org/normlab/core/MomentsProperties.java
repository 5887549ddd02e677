package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Moments are a monoid: parts that are merged give the moments of the whole. */
class MomentsProperties {
    private static final int TRIES = 60;

    /** Values that float32 holds, at an offset of up to a million deviations. */
    private static float[] values(int count, long seed, double offset) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (offset + random.nextGaussian());
        }
        return values;
    }

    private static Moments of(float[] values) {
        return Moments.of(Tensor.of(Shape.of("N", values.length), values), Axes.of(1, 0));
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    @Property(tries = TRIES)
    void law18_mergedPartsAreTheMomentsOfTheWhole(
            @ForAll @IntRange(min = 1, max = 1500) int count,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double offset) {
        float[] values = values(count, seed, offset);
        SplittableRandom random = new SplittableRandom(seed);
        Moments merged = Moments.empty(1);
        for (int from = 0; from < count; ) {
            // parts of one element, of none, and long ones
            int to = Math.min(count, from + new int[] {0, 1, 2, 7, 257}[random.nextInt(5)]);
            merged = merged.merge(of(Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        assertThat(merged.count(0)).isEqualTo(count);
        ExactMoments.of(wide(values)).assertAgree(merged, 0);
    }

    @Property(tries = TRIES)
    void law18_mergeIsCommutativeAndAssociative(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double offset) {
        float[] values = values(6 * count, seed, offset);
        Moments a = of(Arrays.copyOfRange(values, 0, count));
        Moments b = of(Arrays.copyOfRange(values, count, 3 * count));
        Moments c = of(Arrays.copyOfRange(values, 3 * count, 6 * count));
        ExactMoments whole = ExactMoments.of(wide(values));
        whole.assertAgree(a.merge(b).merge(c), 0);
        whole.assertAgree(a.merge(b.merge(c)), 0);
        whole.assertAgree(c.merge(b).merge(a), 0);
    }

    @Property(tries = TRIES)
    void law18_nothingIsTheIdentity(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
        Moments some = of(values(count, seed, 3));
        for (Moments merged :
                new Moments[] {some.merge(Moments.empty(1)), Moments.empty(1).merge(some)}) {
            assertThat(merged.count(0)).isEqualTo(count);
            assertThat(merged.mean(0)).isEqualTo(some.mean(0));
            assertThat(merged.variance(0)).isEqualTo(some.variance(0));
        }
    }

    @Property(tries = TRIES)
    void law18_thePopulationIsTheMeanOfSquaresLessTheSquareOfTheMean(@ForAll long seed) {
        Moments population = Moments.empty(1);
        double meanOfMeans = 0;
        double meanOfSquares = 0;
        int batches = 5;
        for (int batch = 0; batch < batches; batch++) {
            Moments moments = of(values(13, seed + batch, 0.5));
            population = population.merge(moments);
            meanOfMeans += moments.mean(0) / batches;
            meanOfSquares += (moments.variance(0) + moments.mean(0) * moments.mean(0)) / batches;
        }
        double expected = meanOfSquares - meanOfMeans * meanOfMeans;
        // values of order one: a few roundings of numbers below 4
        assertThat(Math.abs(population.variance(0) - expected)).isLessThanOrEqualTo(16 * 0x1p-51);
        assertThat(Math.abs(population.mean(0) - meanOfMeans)).isLessThanOrEqualTo(16 * 0x1p-53);
    }

    @Property(tries = TRIES)
    void eachStatisticIsMeasuredAlone(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll long seed) {
        float[] values = values(rows * columns, seed, -20);
        Moments moments = Moments.of(Tensor.of(Shape.nc(rows, columns), values), Axes.of(2, 0));
        for (int c = 0; c < columns; c++) {
            double[] column = new double[rows];
            for (int n = 0; n < rows; n++) {
                column[n] = values[n * columns + c];
            }
            ExactMoments.of(column).assertAgree(moments, c);
            assertThat(moments.count(c)).isEqualTo(rows);
        }
    }

    @Property(tries = TRIES)
    void theUnbiasedVarianceIsLargerByOneInCount(@ForAll @IntRange(min = 2, max = 90) int count, @ForAll long seed) {
        Moments moments = of(values(count, seed, 1));
        double expected = moments.variance(0) * count / (count - 1);
        // two products and two quotients
        assertThat(Math.abs(moments.unbiasedVariance(0) - expected)).isLessThanOrEqualTo(4 * Math.ulp(expected));
    }

    @Example
    void oneElementHasNoVarianceAndNothingHasCountZero() {
        Moments one = of(new float[] {7.5f});
        assertThat(one.mean(0)).isEqualTo(7.5);
        assertThat(one.variance(0)).isZero();
        assertThat(one.unbiasedVariance(0)).isNaN();
        Moments none = of(new float[0]);
        assertThat(none.count(0)).isZero();
        assertThat(none.mean(0)).isZero();
        assertThat(none.variance(0)).isZero();
    }

    @Example
    void momentsOfOtherChannelsAreRefused() {
        assertThatThrownBy(() -> Moments.empty(2).merge(Moments.empty(3)))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.SHAPE));
    }
}
