package org.normlab.variants.example;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
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
 * Filter response normalization and its thresholded linear unit: one mean square per example and channel, over the positions. Departs from
 * InstanceNorm in that nothing is centred and in a learned threshold.
 *
 * <p>y = max(x·(mean(x²) + |ε|)^−½·weight + bias, tau). With a learned ε, a single position is allowed. Singh and Krishnan 2019, arXiv
 * 1911.09737.
 *
 * @param scaled weight and bias
 * @param tau thresholds, one a channel
 * @param epsilon 1e-6 inside the root by default; timm has 1e-5
 * @param eps learned ε, one a channel
 */
public record FilterResponseNorm(Affine scaled, Tensor tau, Epsilon epsilon, Optional<Tensor> eps) implements Formula {

    /**
     * Checks that all parameters have one entry a channel.
     *
     * @param scaled weight and bias
     * @param tau thresholds, one a channel
     * @param epsilon 1e-6 inside the root by default; timm has 1e-5
     * @param eps learned ε, one a channel
     * @throws NormException SHAPE if their lengths differ
     */
    public FilterResponseNorm {
        int channels = tau.shape().count();
        scaled.parameters().forEach((name, p) -> Channels.entries("FilterResponseNorm", name, p, channels));
        eps.ifPresent(e -> Channels.entries("FilterResponseNorm", "eps", e, channels));
    }

    static FilterResponseNorm create(Options o) {
        Epsilon epsilon = o.epsilon(1e-6);
        Optional<Tensor> learned =
                o.on("learn-eps", "off") ? Optional.of(o.parameter(o.channels(), epsilon.value())) : Optional.empty();
        return new FilterResponseNorm(o.channelAffine(), o.parameter(o.channels(), 0), epsilon, learned);
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.spatialAxes();
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }

    @Override
    public int fewest() {
        return eps.isPresent() ? 1 : 2;
    }

    @Override
    public void check(Shape shape) {
        if (shape.spatialAxes().isEmpty()) {
            throw NormException.about(Kind.SHAPE, name(), "x", shape)
                    .because("has no spatial axis", "use RmsNorm on examples by channels");
        }
        Channels.require(name(), shape, tau.shape().count());
        Formula.super.check(shape);
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(scaled.parameters());
        parameters.put("tau", tau);
        eps.ifPresent(e -> parameters.put("eps", e));
        return parameters;
    }

    @Override
    public Point at(Sample sample) {
        Slices channel = sample.channels();
        Slices slices = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        int[] channelOf = slices.within(channel);
        double[] power = slices.means(i -> sample.get(i) * sample.get(i));
        double[] r = slices.each(s -> eps(channelOf[s]).scale(power[s]));
        double[] normalized = sample.map(i -> sample.get(i) * r[slices.of(i)]);
        double[] weights = channel.each(scaled::factor);
        double[] biases = channel.each(scaled::summand);
        double[] thresholds = tau.toArray();
        double[] linear = sample.map(i -> normalized[i] * weights[channel.of(i)] + biases[channel.of(i)]);
        double[] y = sample.map(i -> Math.max(linear[i], thresholds[channel.of(i)]));
        return new Point(y, Moments.empty(0), dy -> {
            double[] passed = sample.map(i -> linear[i] > thresholds[channel.of(i)] ? dy[i] : 0);
            double[] q = sample.map(i -> passed[i] * weights[channel.of(i)]);
            double[] dot = slices.sums(i -> q[i] * normalized[i]);
            double[] dx = sample.map(i -> {
                int s = slices.of(i);
                return r[s] * (q[i] - normalized[i] * dot[s] / slices.count(s));
            });
            Map<String, double[]> parameters = new TreeMap<>();
            scaled.weight().ifPresent(w -> parameters.put("weight", channel.sums(i -> passed[i] * normalized[i])));
            scaled.bias().ifPresent(b -> parameters.put("bias", channel.sums(i -> passed[i])));
            parameters.put("tau", channel.sums(i -> dy[i] - passed[i]));
            eps.ifPresent(e -> parameters.put("eps", epsGradient(e, channelOf, r, dot)));
            return new Pull(dx, parameters);
        });
    }

    private Epsilon eps(int channel) {
        return eps.map(e -> Epsilon.inside(Math.abs(e.get(channel)))).orElse(epsilon);
    }

    private static double[] epsGradient(Tensor eps, int[] channelOf, double[] r, double[] dot) {
        double[] gradient = new double[eps.shape().count()];
        for (int s = 0; s < r.length; s++) {
            gradient[channelOf[s]] -= 0.5 * r[s] * r[s] * dot[s] * Math.signum(eps.get(channelOf[s]));
        }
        return gradient;
    }
}
