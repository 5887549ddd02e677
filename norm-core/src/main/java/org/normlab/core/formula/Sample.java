package org.normlab.core.formula;

import java.util.function.IntToDoubleFunction;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The input of a formula: doubles, of which some may not count. */
public final class Sample {
    private final Tensor x;
    private final double[] values;
    private final Mask mask;

    private Sample(Shape shape, double[] values, Mask mask) {
        this.x = Tensor.of(shape, values);
        this.values = values;
        this.mask = mask;
    }

    /** Widens a tensor; what does not count becomes 0. */
    static Sample of(Tensor x, Mask mask) {
        double[] values = x.toArray();
        mask.clear(values);
        return new Sample(x.shape(), values, mask);
    }

    /**
     * The input.
     *
     * @return float64; 0 where an element does not count
     */
    public Tensor x() {
        return x;
    }

    /**
     * Which elements count.
     *
     * @return the mask
     */
    public Mask mask() {
        return mask;
    }

    /**
     * The shape.
     *
     * @return of the input
     */
    public Shape shape() {
        return x.shape();
    }

    /**
     * An element.
     *
     * @param i its place in memory order
     * @return its value; 0 where it does not count
     */
    public double get(int i) {
        return values[i];
    }

    /**
     * One value an element.
     *
     * @param value by place in memory order
     * @return a new array
     */
    public double[] map(IntToDoubleFunction value) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = value.applyAsDouble(i);
        }
        return mapped;
    }

    /**
     * The moments of the elements that count.
     *
     * @param view the shape, perhaps cut into more axes
     * @param axes the axes of the view that each statistic reduces
     * @return one statistic for each position of the other axes, in memory order
     */
    public Moments moments(Shape view, Axes axes) {
        return mask.isAll() && !axes.isEmpty()
                ? Moments.of(x.as(view), axes)
                : slices(view, axes).moments(x, Centre.MEAN);
    }

    /**
     * Which elements that count share a statistic.
     *
     * @param view the shape, perhaps cut into more axes
     * @param axes the axes of the view that each statistic reduces
     * @return one slice for each position of the other axes, in memory order
     */
    public Slices slices(Shape view, Axes axes) {
        return Slices.of(view, axes, mask);
    }

    /**
     * The slices of the channels.
     *
     * @return one slice a channel
     */
    public Slices channels() {
        return slices(shape(), shape().allBut("C"));
    }

    /**
     * Another normalization of the same input, under the same mask.
     *
     * @param normalizer what is done
     * @return its pass, in float64
     */
    public Normalized forward(Normalizer normalizer) {
        return mask.on(normalizer).forward(x);
    }

    /**
     * Other values under the same mask, as between two stages of a formula.
     *
     * @param others of the same shape
     * @return the sample
     */
    public Sample with(Tensor others) {
        return new Sample(others.shape(), others.toArray(), mask);
    }
}
