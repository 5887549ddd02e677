package org.normlab.variants.recurrent;

import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Channels;
import org.normlab.variants.FrozenNorm;
import org.normlab.variants.Options;

/**
 * Online normalization: each example is normalized by exponential averages over the examples before it. Departs from BatchNorm in that
 * statistics run from example to example, with an approximate gradient that two more averages correct.
 *
 * <p>y_i = (x_i − mean)/√(var + ε)·weight + bias with the state before example i, and then a {@link Guard}. The backward is the published
 * update. Chiley et al. 2019, arXiv 1905.05894, and the authors' code.
 *
 * @param scaled weight and bias, which stand before the guard
 * @param epsilon 1e-5 inside the root by default
 * @param decay weights of the old averages
 * @param guard what bounds the outputs
 * @param state mean[C], var[C], u[C] and v[C]
 */
public record OnlineNorm(Affine scaled, Epsilon epsilon, Decay decay, Guard guard, Map<String, Tensor> state)
        implements Formula, Stateful {

    /**
     * Weights of the old averages.
     *
     * @param forward of mean and var, 0.999 by default
     * @param backward of u and v, 0.99 by default
     */
    public record Decay(double forward, double backward) {

        /**
         * Checks the weights.
         *
         * @param forward of mean and var, 0.999 by default
         * @param backward of u and v, 0.99 by default
         * @throws NormException OPTION if one is not within 0 and 1
         */
        public Decay {
            check("forward-decay", forward);
            check("backward-decay", backward);
        }

        private static void check(String argument, double weight) {
            if (!(weight >= 0 && weight <= 1)) {
                throw NormException.about(Kind.OPTION, "OnlineNorm", argument, weight)
                        .because("is not within 0 and 1", "give the weight of the old average, such as 0.99");
            }
        }
    }

    static OnlineNorm create(Options o) {
        int channels = o.channels();
        Map<String, Tensor> state = new TreeMap<>(Map.of(
                "mean", o.parameter(channels, 0),
                "var", o.parameter(channels, 1),
                "u", o.parameter(channels, 0),
                "v", o.parameter(channels, 0)));
        return new OnlineNorm(
                o.channelAffine(),
                o.epsilon(1e-5),
                new Decay(o.number("forward-decay", 0.999), o.number("backward-decay", 0.99)),
                o.choice("guard", Guard.class, Guard.CLAMP),
                state);
    }

    private int channels() {
        return state("mean").shape().count();
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Channels.require("OnlineNorm", shape, channels());
        return Channels.examplesFirst("OnlineNorm", shape).spatialAxes();
    }

    @Override
    public Map<String, Tensor> parameters() {
        return scaled.parameters();
    }

    @Override
    public Point at(Sample sample) {
        OnlineAverages averages = OnlineAverages.of(this, sample);
        Slices channels = sample.channels();
        double[] weights = channels.each(scaled::factor);
        double[] biases = channels.each(scaled::summand);
        double[] y = sample.map(i -> averages.output(i) * weights[channels.of(i)] + biases[channels.of(i)]);
        Normalized guarded = sample.with(Tensor.of(sample.shape(), y)).forward(guard.normalizer());
        return new Point(
                guarded.output().toArray(),
                Moments.empty(0),
                dy -> {
                    double[] inner = Pull.through(guarded, dy);
                    double[] q = sample.map(i -> inner[i] * weights[channels.of(i)]);
                    Map<String, double[]> parameters = new TreeMap<>();
                    scaled.weight()
                            .ifPresent(
                                    w -> parameters.put("weight", channels.sums(i -> inner[i] * averages.output(i))));
                    scaled.bias().ifPresent(b -> parameters.put("bias", channels.sums(i -> inner[i])));
                    Pull pull = averages.pull(q);
                    return new Pull(pull.input(), parameters, pull.state());
                },
                averages.next());
    }

    @Override
    public Normalizer evaluation() {
        return guard == Guard.NONE ? frozen() : new Evaluation(this);
    }

    /** The present averages as given statistics, without the guard. */
    private FrozenNorm frozen() {
        RunningMoments running = RunningMoments.of(
                RunningRule.ONNX, state("mean").toArray(), state("var").toArray(), 1);
        return new FrozenNorm(running, scaled, epsilon);
    }

    /** The present averages as given statistics, and the guard. */
    private record Evaluation(OnlineNorm norm) implements Formula {
        @Override
        public Axes reductionAxes(Shape shape) {
            return norm.reductionAxes(shape);
        }

        @Override
        public Map<String, Tensor> parameters() {
            return norm.parameters();
        }

        @Override
        public Point at(Sample sample) {
            Normalized frozen = sample.forward(norm.frozen());
            Normalized guarded = sample.with(frozen.output()).forward(norm.guard.normalizer());
            return new Point(guarded.output().toArray(), Moments.empty(0), dy -> {
                var gradients = frozen.backward(Tensor.of(sample.shape(), Pull.through(guarded, dy)));
                Map<String, double[]> parameters = new TreeMap<>();
                gradients.parameters().forEach((name, gradient) -> parameters.put(name, gradient.toArray()));
                return new Pull(gradients.input().toArray(), parameters);
            });
        }
    }
}
