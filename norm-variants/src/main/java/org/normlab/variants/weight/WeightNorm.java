package org.normlab.variants.weight;

import java.util.Arrays;
import java.util.Map;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Weight normalization: y = weight_g·v/‖v‖ for each output, so that length and direction are learned apart.
 *
 * <p>A zero row gives 0 and gradient 0. Salimans and Kingma 2016, arXiv 1602.07868.
 *
 * @param length weight_g, one an output
 * @param epsilon added to ‖v‖², 0 by default; Flax has 1e-12
 */
public record WeightNorm(Tensor length, Epsilon epsilon) implements Formula {

    static WeightNorm create(Options o) {
        return new WeightNorm(o.parameter(o.input().size(0), 1), o.epsilon(0));
    }

    /**
     * Lengths of the rows of a weight, so that the first output is that weight.
     *
     * @param weight the weight tensor; not modified
     * @return the normalizer
     */
    public static WeightNorm of(Tensor weight) {
        Slices rows = FanIn.rows("WeightNorm", weight.shape());
        double[] lengths = rows.sums(i -> weight.get(i) * weight.get(i));
        Tensor length = weight.like(Shape.of("C", lengths.length));
        for (int row = 0; row < lengths.length; row++) {
            length.set(row, Math.sqrt(lengths[row]));
        }
        return new WeightNorm(length, Epsilon.inside(0));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return FanIn.axes(name(), shape);
    }

    @Override
    public void check(Shape shape) {
        Formula.super.check(shape);
        Channels.entries(name(), "weight_g", length, shape.size(0));
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("weight_g", length);
    }

    @Override
    public Point at(Sample sample) {
        Slices rows = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        double[] r = rows.sums(i -> sample.get(i) * sample.get(i));
        Arrays.setAll(r, row -> epsilon.scale(r[row]));
        double[] unit = sample.map(i -> sample.get(i) * r[rows.of(i)]);
        double[] y = sample.map(i -> unit[i] * length.get(rows.of(i)));
        return new Point(y, Moments.empty(0), dw -> {
            double[] dot = rows.sums(i -> unit[i] * dw[i]);
            double[] dv = sample.map(i -> length.get(rows.of(i)) * r[rows.of(i)] * (dw[i] - unit[i] * dot[rows.of(i)]));
            return new Pull(dv, Map.of("weight_g", dot));
        });
    }
}
