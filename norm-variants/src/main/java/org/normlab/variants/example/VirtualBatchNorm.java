package org.normlab.variants.example;

import java.util.Collections;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
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
 * Virtual batch normalization: statistics per channel of a fixed reference batch and of the example itself, merged. Departs from
 * BatchNorm in that an output depends on no other example of its batch.
 *
 * <p>(μ, v) = merge(reference of count R, own of count S); the reference carries no gradient. Without a reference it is instance
 * normalization. Salimans et al. 2016, arXiv 1606.03498.
 *
 * @param reference moments of the reference batch, one a channel
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default
 */
public record VirtualBatchNorm(Moments reference, Affine affine, Epsilon epsilon) implements Formula {

    static VirtualBatchNorm create(Options o) {
        return new VirtualBatchNorm(Moments.empty(o.channels()), o.channelAffine(), o.epsilon(1e-5));
    }

    /**
     * The same normalizer with another reference.
     *
     * @param batch the reference batch
     * @return a normalizer
     */
    public VirtualBatchNorm reference(Tensor batch) {
        Shape shape = Channels.require("VirtualBatchNorm", batch.shape(), reference.size());
        return new VirtualBatchNorm(Moments.of(batch, shape.allBut("C")), affine, epsilon);
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Channels.require("VirtualBatchNorm", shape, reference.size());
        return Channels.after("VirtualBatchNorm", 'N', shape).spatialAxes();
    }

    @Override
    public void check(Shape shape) {
        Axes axes = reductionAxes(shape);
        if (reference.count(0) + shape.count(axes) < 2 && shape.count() > 0) {
            throw NormException.about(Kind.TOO_FEW, "VirtualBatchNorm", "x", shape)
                    .because("has 1 value in each statistic over axes " + axes, "set a reference batch");
        }
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        Slices own = sample.slices(shape, reductionAxes(shape));
        Moments merged = Moments.concat(Collections.nCopies(shape.examples(), reference))
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
