package org.normlab.core.check;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * The oracle: a normalizer's output straight from the formula, element by element, in double with compensated sums.
 *
 * <p>It asks the normalizer for nothing but its axes, view, ε and parameters, and finds every element's statistic and parameter
 * by its coordinates. It is slow on purpose. Normalizers that replace {@link Normalizer#forward(Tensor, Tensor)} have a formula
 * of their own and are not for this class.
 */
public final class Reference {
    private final Normalizer normalizer;
    private final Tensor x;
    private final Shape view;
    private final Axes axes;
    private final int[] statistic;
    private final List<Slice> slices = new ArrayList<>();

    /**
     * One statistic.
     *
     * @param count its elements
     * @param mean what they are centred on
     * @param meanLow the part of the mean that its double does not hold
     * @param variance biased variance about the centre
     * @param scale r
     */
    public record Slice(long count, double mean, double meanLow, double variance, double scale) {}

    private Reference(Normalizer normalizer, Tensor x) {
        this.normalizer = normalizer;
        this.x = x;
        this.view = normalizer.view(x.shape());
        this.axes = normalizer.reductionAxes(view);
        this.statistic = new int[x.shape().count()];
        collect();
    }

    /**
     * Computes the statistics of a tensor.
     *
     * @param normalizer whose axes, view, ε and parameters count
     * @param x not modified
     * @return the oracle for this tensor
     */
    public static Reference of(Normalizer normalizer, Tensor x) {
        return new Reference(normalizer, x);
    }

    private void collect() {
        int size = 1;
        for (int axis = 0; axis < view.rank(); axis++) {
            size *= axes.contains(axis) ? 1 : view.size(axis);
        }
        List<List<Integer>> members = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < statistic.length; i++) {
            statistic[i] = Coordinates.statistic(view, axes, i);
            members.get(statistic[i]).add(i);
        }
        members.forEach(slice -> slices.add(measure(slice, slices.size())));
    }

    private Slice measure(List<Integer> slice, int number) {
        if (normalizer.given().isPresent()) {
            RunningMoments given = normalizer.given().get();
            double variance = given.variance(number);
            return new Slice(
                    slice.size(),
                    given.mean(number),
                    0,
                    variance,
                    normalizer.epsilon().scale(variance));
        }
        Sum sum = new Sum();
        if (normalizer.centre() == Centre.MEAN) {
            slice.forEach(i -> sum.add(x.get(i)));
            sum.divide(slice.size());
        }
        Sum squares = new Sum();
        for (int i : slice) {
            double d = x.get(i) - sum.high() - sum.low();
            squares.add(d * d);
        }
        squares.divide(slice.size());
        double variance = squares.high();
        return new Slice(
                slice.size(),
                sum.high(),
                sum.low(),
                variance,
                normalizer.epsilon().scale(variance));
    }

    /**
     * The statistic that an element belongs to.
     *
     * @param element its place in memory order
     * @return its slice
     */
    public Slice slice(int element) {
        return slices.get(statistic[element]);
    }

    /**
     * The number of that statistic: the position along the kept axes, in memory order.
     *
     * @param element its place in memory order
     * @return the number
     */
    public int statistic(int element) {
        return statistic[element];
    }

    /**
     * x̂ of an element.
     *
     * @param element its place in memory order
     * @return (x − mean)·r
     */
    public double normalized(int element) {
        Slice slice = slice(element);
        return (x.get(element) - slice.mean() - slice.meanLow()) * slice.scale();
    }

    /**
     * The weight of an element.
     *
     * @param element its place in memory order
     * @return its weight, 1 without one
     */
    public double weight(int element) {
        return normalizer.affine().factor(entry(element));
    }

    /**
     * The output of an element.
     *
     * @param element its place in memory order
     * @return x̂·weight + bias
     */
    public double output(int element) {
        return normalized(element) * weight(element) + normalizer.affine().summand(entry(element));
    }

    /**
     * All outputs.
     *
     * @return one an element, in memory order
     */
    public double[] output() {
        double[] output = new double[statistic.length];
        for (int i = 0; i < output.length; i++) {
            output[i] = output(i);
        }
        return output;
    }

    /**
     * The parameter entry of an element, by its coordinates.
     *
     * @param element its place in memory order
     * @return the entry
     */
    public int entry(int element) {
        Affine affine = normalizer.affine();
        Shape shape = x.shape();
        int channel =
                shape.has('C') ? Coordinates.of(shape, element)[shape.layout().indexOf('C')] : 0;
        return switch (affine.scope()) {
            case CHANNEL -> channel;
            case GROUP ->
                channel
                        / (shape.channels()
                                / affine.weight()
                                        .or(affine::bias)
                                        .orElseThrow()
                                        .shape()
                                        .count());
            case ELEMENT -> Coordinates.within(view, axes, element);
        };
    }
}
