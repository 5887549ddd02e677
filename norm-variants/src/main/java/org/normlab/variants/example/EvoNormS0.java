package org.normlab.variants.example;

import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Affine;
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
import org.normlab.variants.GroupNorm;
import org.normlab.variants.Options;

/**
 * EvoNorm-S0: the self-gated x·sigmoid(v·x) over the deviation of its group. Departs from GroupNorm in that x is not centred and no
 * activation follows.
 *
 * <p>y = x·sigmoid(v·x)/√(σ² + ε)·weight + bias with the centred variance of the group. Liu et al. 2020, arXiv 2004.02967.
 *
 * @param group axes, weight, bias and ε
 * @param slope v, one a channel
 */
public record EvoNormS0(GroupNorm group, Tensor slope) implements Formula {

    /**
     * Checks that v has one entry a channel.
     *
     * @param group axes, weight, bias and ε
     * @param slope v, one a channel
     * @throws org.normlab.core.NormException SHAPE if it has others
     */
    public EvoNormS0 {
        Channels.entries("EvoNormS0", "v", slope, group.channels());
    }

    static EvoNormS0 create(Options o) {
        int channels = o.channels();
        int groups = o.integer("groups", GroupNorm.groupsFor(channels));
        return new EvoNormS0(
                new GroupNorm(channels, groups, o.channelAffine(), o.epsilon(1e-5)), o.parameter(channels, 1));
    }

    @Override
    public Shape view(Shape shape) {
        return group.view(shape);
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return group.reductionAxes(view);
    }

    @Override
    public Affine affine() {
        return group.affine();
    }

    @Override
    public Epsilon epsilon() {
        return group.epsilon();
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(affine().parameters());
        parameters.put("v", slope);
        return parameters;
    }

    @Override
    public Point at(Sample sample) {
        Shape view = view(sample.shape());
        Slices channels = sample.channels();
        Slices slices = sample.slices(view, reductionAxes(view));
        Moments moments = sample.moments(view, reductionAxes(view));
        double[] v = slope.toArray();
        double[] r = slices.each(s -> epsilon().scale(moments.variance(s)));
        double[] gate = sample.map(i -> 1 / (1 + StrictMath.exp(-v[channels.of(i)] * sample.get(i))));
        double[] slopes = slices.each(s -> epsilon().slope(moments.variance(s), r[s]));
        double[] z = sample.map(i -> sample.get(i) * gate[i] * r[slices.of(i)]);
        return new Point(z, moments, q -> {
            double[] dot = slices.means(i -> q[i] * sample.get(i) * gate[i]);
            double[] dx = sample.map(i -> {
                int s = slices.of(i);
                double bend = gate[i] + v[channels.of(i)] * sample.get(i) * gate[i] * (1 - gate[i]);
                return r[s] * (q[i] * bend - moments.deviation(s, sample.get(i)) * slopes[s] * dot[s]);
            });
            double[] dv = channels.sums(i -> q[i] * z[i] * sample.get(i) * (1 - gate[i]));
            return new Pull(dx, Map.of("v", dv));
        });
    }
}
