package org.normlab.variants.weight;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Spectral normalization: the weight over an estimate of its largest singular value, W/σ with σ = uᵀWv.
 *
 * <p>Each training pass makes one power step, v = unit(Wᵀu), u = unit(Wv); u and v carry no gradient. Evaluation makes none. Miyato et
 * al. 2018, arXiv 1802.05957.
 *
 * @param u weight_u, one an output
 * @param v weight_v, one an input
 * @param epsilon floor of the lengths of u and v, 1e-12 by default; Haiku has 1e-4
 * @param steps power steps of a pass: 1 in training, 0 at evaluation
 */
public record SpectralNorm(Tensor u, Tensor v, Epsilon epsilon, int steps) implements Formula, Stateful {
    private static final int FIRST_STEPS = 15;

    static SpectralNorm create(Options o) {
        SplittableRandom random = new SplittableRandom(o.integer("seed", 0));
        Tensor u = o.parameter(o.input().size(0), 0);
        Tensor v = o.parameter(FanIn.size("SpectralNorm", o.input()), 0);
        for (Tensor start : new Tensor[] {u, v}) {
            double[] values = random.doubles(start.shape().count(), -1, 1).toArray();
            start.copyFrom(unit(values, 1e-12));
        }
        return new SpectralNorm(u, v, o.epsilon(1e-12), 1);
    }

    /**
     * The same normalizer after the 15 power steps that PyTorch makes at construction.
     *
     * @param weight the weight tensor; not modified
     * @return a normalizer with vectors of its own
     */
    public SpectralNorm settled(Tensor weight) {
        SpectralNorm settled = new SpectralNorm(u.copy(), v.copy(), epsilon, 1);
        for (int step = 0; step < FIRST_STEPS; step++) {
            settled.keep(settled.forward(weight).state());
        }
        return settled;
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return FanIn.axes(name(), shape);
    }

    @Override
    public void check(Shape shape) {
        Formula.super.check(shape);
        Channels.entries(name(), "weight_u", u, shape.size(0));
        Channels.entries(name(), "weight_v", v, FanIn.size(name(), shape));
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, Tensor> state() {
        return Map.of("weight_u", u, "weight_v", v);
    }

    @Override
    public Normalizer evaluation() {
        return new SpectralNorm(u, v, epsilon, 0);
    }

    @Override
    public Point at(Sample sample) {
        int width = v.shape().count();
        double[] left = u.toArray();
        double[] right = v.toArray();
        for (int step = 0; step < steps; step++) {
            right = unit(columns(sample, left, width), epsilon.value());
            left = unit(rows(sample, right, width), epsilon.value());
        }
        double[] a = left;
        double[] b = right;
        double[] image = rows(sample, b, width);
        double sigma =
                IntStream.range(0, a.length).mapToDouble(o -> a[o] * image[o]).sum();
        double r = sigma == 0 ? 0 : 1 / sigma;
        double[] y = sample.map(i -> sample.get(i) * r);
        return new Point(
                y,
                Moments.empty(0),
                q -> {
                    double dot = IntStream.range(0, q.length)
                            .mapToDouble(i -> q[i] * y[i])
                            .sum();
                    return new Pull(sample.map(i -> (q[i] - dot * a[i / width] * b[i % width]) * r));
                },
                Map.of("weight_u", a, "weight_v", b));
    }

    /** W·v. */
    private static double[] rows(Sample w, double[] v, int width) {
        double[] image = new double[w.shape().size(0)];
        for (int i = 0; i < w.shape().count(); i++) {
            image[i / width] += w.get(i) * v[i % width];
        }
        return image;
    }

    /** Wᵀ·u. */
    private static double[] columns(Sample w, double[] u, int width) {
        double[] image = new double[width];
        for (int i = 0; i < w.shape().count(); i++) {
            image[i % width] += w.get(i) * u[i / width];
        }
        return image;
    }

    private static double[] unit(double[] vector, double floor) {
        double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        double divisor = Math.max(length, floor);
        return Arrays.stream(vector).map(x -> divisor == 0 ? 0 : x / divisor).toArray();
    }
}
