package org.normlab.variants.example;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Virtual batch normalization: statistics per channel of a fixed reference batch and of the example itself, merged. Departs from
 * BatchNorm in that an output depends on no other example of its batch.
 *
 * <p>(μ, v) = merge(reference of count R, own of count S); the reference carries no gradient. Without a reference it is instance
 * normalization. Salimans et al. 2016, arXiv 1606.03498.
 *
 * @param state reference_mean[C], reference_var[C] and reference_count[1] of the reference batch
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default
 */
public record VirtualBatchNorm(Map<String, Tensor> state, Affine affine, Epsilon epsilon) implements Formula, Stateful {
    private static final String MEAN = "reference_mean";
    private static final String VARIANCE = "reference_var";
    private static final String COUNT = "reference_count";

    static VirtualBatchNorm create(Options o) {
        return new VirtualBatchNorm(state(Moments.empty(o.channels())), o.channelAffine(), o.epsilon(1e-5));
    }

    private static Map<String, Tensor> state(Moments reference) {
        double[] means = new double[reference.size()];
        double[] variances = new double[reference.size()];
        Arrays.setAll(means, reference::mean);
        Arrays.setAll(variances, reference::variance);
        return Map.of(MEAN, vector(means), VARIANCE, vector(variances), COUNT, vector(reference.count(0)));
    }

    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of("C", values.length), values);
    }

    private int channels() {
        return state(MEAN).shape().count();
    }

    private Moments reference() {
        long[] counts = new long[channels()];
        Arrays.fill(counts, (long) state(COUNT).get(0));
        return Moments.of(counts, state(MEAN).toArray(), state(VARIANCE).toArray());
    }

    /**
     * The same normalizer with another reference.
     *
     * @param batch the reference batch
     * @return a normalizer
     */
    public VirtualBatchNorm reference(Tensor batch) {
        Shape shape = Channels.require("VirtualBatchNorm", batch.shape(), channels());
        return new VirtualBatchNorm(state(Moments.of(batch, shape.allBut("C"))), affine, epsilon);
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Channels.require("VirtualBatchNorm", shape, channels());
        return Channels.examplesFirst("VirtualBatchNorm", shape).spatialAxes();
    }

    @Override
    public void check(Shape shape) {
        Axes axes = reductionAxes(shape);
        if (state(COUNT).get(0) + shape.count(axes) < 2 && shape.count() > 0) {
            throw NormException.about(Kind.TOO_FEW, "VirtualBatchNorm", "x", shape)
                    .because("has 1 value in each statistic over axes " + axes, "set a reference batch");
        }
    }

    /** Evaluation is training: the reference stays as it is. */
    @Override
    public Normalizer evaluation() {
        return this;
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        Slices own = sample.slices(shape, reductionAxes(shape));
        Moments merged = Moments.concat(Collections.nCopies(shape.examples(), reference()))
                .merge(sample.moments(shape, reductionAxes(shape)));
        double[] r = own.each(s -> epsilon.scale(merged.variance(s)));
        double[] slopes = own.each(s -> epsilon.slope(merged.variance(s), r[s]));
        double[] deviations = sample.map(i -> merged.deviation(own.of(i), sample.get(i)));
        return new Point(sample.map(i -> deviations[i] * r[own.of(i)]), merged, q -> {
            double[] sum = own.sums(i -> q[i]);
            double[] dot = own.sums(i -> q[i] * deviations[i]);
            return new Pull(sample.map(i -> {
                int s = own.of(i);
                return r[s] * (q[i] - (sum[s] + deviations[i] * slopes[s] * dot[s]) / merged.count(s));
            }));
        });
    }
}
