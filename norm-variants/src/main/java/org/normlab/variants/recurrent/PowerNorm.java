package org.normlab.variants.recurrent;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
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
 * Power normalization: mean squares of channels over the batch, after an RMS normalization of each position. Departs from BatchNorm in that
 * nothing is centred and running mean squares normalize in training too, with an approximate gradient.
 *
 * <p>x₁ = x over the root mean square of its group of channels; y = x₁/√(φ + ε)·weight + bias with φ of the batch for the first passes
 * and running after them. The backward is the published update, not the derivative. Shen et al. 2020, arXiv 2003.07845, and the authors' code.
 *
 * @param affine weight and bias
 * @param epsilon 1e-5 inside both roots by default
 * @param groups of channels in the first stage
 * @param warmup passes that use the batch
 * @param state running_phi[C], ema_gz[C] and iters[1]
 */
public record PowerNorm(Affine affine, Epsilon epsilon, int groups, int warmup, Map<String, Tensor> state)
        implements Formula, Stateful {
    private static final double OLD = 0.9;

    static PowerNorm create(Options o) {
        int channels = o.channels();
        int groups = o.integer("groups", 1);
        Channels.divide("PowerNorm", "groups", groups, channels);
        Map<String, Tensor> state = new TreeMap<>(Map.of(
                "running_phi", o.parameter(channels, 1),
                "ema_gz", o.parameter(channels, 0),
                "iters", o.parameter(1, 0)));
        return new PowerNorm(o.channelAffine(), o.epsilon(1e-5), groups, o.integer("warmup", 10000), state);
    }

    private int channels() {
        return state("running_phi").shape().count();
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Channels.require("PowerNorm", shape, channels()).allBut("C");
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }

    @Override
    public Point at(Sample sample) {
        Slices channels = sample.channels();
        Normalized first = sample.forward(new Positions(groups, epsilon));
        double[] x = first.output().toArray();
        double[] power = channels.means(i -> x[i] * x[i]);
        double iters = state("iters").get(0) + 1;
        double[] running = state("running_phi").toArray();
        double[] r = scales(iters <= warmup ? power : running);
        double[] z = sample.map(i -> x[i] * r[channels.of(i)]);
        return new Point(
                z, Moments.empty(0), q -> pull(first, channels, power, z, q), next(channels, iters, running, power));
    }

    private double[] scales(double[] powers) {
        return Arrays.stream(powers).map(epsilon::scale).toArray();
    }

    private Pull pull(Normalized first, Slices channels, double[] power, double[] z, double[] q) {
        double[] average = state("ema_gz").toArray();
        double[] r = scales(power);
        double[] h = new double[q.length];
        Arrays.setAll(h, i -> q[i] - (1 - OLD) * average[channels.of(i)] * z[i]);
        double[] added = channels.means(i -> h[i] * z[i]);
        Arrays.setAll(added, c -> average[c] + added[c]);
        Arrays.setAll(h, i -> h[i] * r[channels.of(i)]);
        return new Pull(Pull.through(first, h), Map.of(), Finite.orNothing(this, Map.of("ema_gz", added)));
    }

    private Map<String, double[]> next(Slices channels, double iters, double[] running, double[] power) {
        double[] phi = running.clone();
        int[] counted = IntStream.range(0, phi.length)
                .filter(c -> channels.count(c) > 0)
                .toArray();
        for (int c : counted) {
            double mean = iters < warmup ? running[c] * (iters - 1) / iters + power[c] / iters : running[c];
            phi[c] = OLD * mean + (1 - OLD) * power[c];
        }
        Map<String, double[]> next = Map.of("running_phi", phi, "iters", new double[] {iters});
        return counted.length == 0 ? Map.of() : Finite.orNothing(this, next);
    }

    @Override
    public Normalizer evaluation() {
        return new Evaluation(this);
    }

    /** The first stage: root mean squares of groups of channels at each position. */
    private record Positions(int groups, Epsilon epsilon) implements Normalizer {
        @Override
        public Shape view(Shape shape) {
            return shape.split('C', 'G', groups);
        }

        @Override
        public Axes reductionAxes(Shape view) {
            return view.axes("C");
        }

        @Override
        public Centre centre() {
            return Centre.ORIGIN;
        }
    }

    /** Both stages with running mean squares. */
    private record Evaluation(PowerNorm norm) implements Formula {
        @Override
        public Axes reductionAxes(Shape shape) {
            return norm.reductionAxes(shape);
        }

        @Override
        public Affine affine() {
            return norm.affine;
        }

        @Override
        public Point at(Sample sample) {
            Slices channels = sample.channels();
            Normalized first = sample.forward(new Positions(norm.groups, norm.epsilon));
            double[] r = norm.scales(norm.state("running_phi").toArray());
            double[] z = sample.map(i -> first.output().get(i) * r[channels.of(i)]);
            return new Point(
                    z, Moments.empty(0), q -> new Pull(Pull.through(first, sample.map(i -> q[i] * r[channels.of(i)]))));
        }
    }
}
