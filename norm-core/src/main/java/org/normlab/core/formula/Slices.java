package org.normlab.core.formula;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Moments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Which elements share a statistic, and sums over those of them that count. */
public final class Slices {
    private final int[] numbers;
    private final long[] counts;
    private final Mask mask;

    private Slices(int[] numbers, int size, Mask mask) {
        this.numbers = numbers;
        this.counts = new long[size];
        this.mask = mask;
        for (int i = 0; i < numbers.length; i++) {
            counts[numbers[i]] += mask.valid(i) ? 1 : 0;
        }
    }

    /**
     * The slices of a shape.
     *
     * @param view the shape
     * @param axes the axes that each statistic reduces
     * @param mask which elements count
     * @return one slice for each position of the other axes, in memory order
     */
    public static Slices of(Shape view, Axes axes, Mask mask) {
        int[] numbers = {0};
        int size = 1;
        for (int axis = 0; axis < view.rank(); axis++) {
            numbers = widen(numbers, view.size(axis), axes.contains(axis) ? 0 : 1);
            size *= axes.contains(axis) ? 1 : view.size(axis);
        }
        return new Slices(numbers, size, mask);
    }

    /** Puts one more axis under each number: the same number for all of its positions, or one each. */
    private static int[] widen(int[] outer, int size, int step) {
        int[] inner = new int[outer.length * size];
        int i = 0;
        for (int number : outer) {
            int first = step == 0 ? number : number * size;
            for (int k = 0; k < size; k++) {
                inner[i++] = first + k * step;
            }
        }
        return inner;
    }

    /**
     * The number of slices.
     *
     * @return how many
     */
    public int size() {
        return counts.length;
    }

    /**
     * The slice of an element.
     *
     * @param element its place in memory order
     * @return the number of its slice
     */
    public int of(int element) {
        return numbers[element];
    }

    /**
     * Values of a kind that each slice has one of.
     *
     * @param value by the number of a slice
     * @return one value a slice
     */
    public double[] each(IntToDoubleFunction value) {
        return IntStream.range(0, size()).mapToDouble(value).toArray();
    }

    /**
     * How many elements of a slice count.
     *
     * @param slice its number
     * @return the count
     */
    public long count(int slice) {
        return counts[slice];
    }

    /**
     * Which of some larger slices holds each slice.
     *
     * @param larger slices of the same shape, each a union of these
     * @return one number a slice
     */
    public int[] within(Slices larger) {
        int[] within = new int[size()];
        for (int i = 0; i < numbers.length; i++) {
            within[numbers[i]] = larger.numbers[i];
        }
        return within;
    }

    /**
     * Sums over the elements that count.
     *
     * @param term by place in memory order
     * @return one sum a slice
     */
    public double[] sums(IntToDoubleFunction term) {
        double[] sums = new double[size()];
        int slice = 0;
        double sum = 0; // of the slice, kept out of memory while its elements follow each other
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != slice) {
                sums[slice] = sum;
                slice = numbers[i];
                sum = sums[slice];
            }
            sum += mask.valid(i) ? term.applyAsDouble(i) : 0;
        }
        if (sums.length > 0) {
            sums[slice] = sum;
        }
        return sums;
    }

    /**
     * Means over the elements that count.
     *
     * @param term by place in memory order
     * @return one mean a slice; 0 for a slice of which none counts
     */
    public double[] means(IntToDoubleFunction term) {
        double[] means = sums(term);
        for (int s = 0; s < means.length; s++) {
            means[s] /= Math.max(1, counts[s]);
        }
        return means;
    }

    /** The moments of the elements that count. */
    Moments moments(Tensor x, Centre centre) {
        return Moments.of(x, size(), i -> mask.valid(i) ? numbers[i] : -1, centre);
    }
}
