package org.normlab.variants.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Channels;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.Options;

/**
 * Switchable normalization: means and variances are learned mixtures of those of instance, layer and batch normalization.
 *
 * <p>y = (x − μ)/√(v + ε)·weight + bias with μ = Σ softmax(mean_weight)_i·μ_i and v = Σ softmax(var_weight)_i·v_i, in the order instance,
 * layer, batch; examples by channels have no instance term. Luo et al. 2018, arXiv 1806.10779.
 *
 * @param base weight, bias, ε and rule
 * @param logits what the softmaxes are taken of
 * @param instance divisor of the instance variance: biased; the authors' code has it unbiased
 * @param running statistics of the batch term, at evaluation
 */
public record SwitchableNorm(
        BatchNorm base, Logits logits, RunningRule.Divisor instance, Optional<RunningMoments> running)
        implements BatchBased, Formula {

    /**
     * Three values each, or two without positions.
     *
     * @param mean of the means
     * @param variance of the variances
     */
    public record Logits(Tensor mean, Tensor variance) {}

    static SwitchableNorm create(Options o) {
        int terms = terms(o.input());
        return new SwitchableNorm(
                BatchNorm.from(o, 1e-5, RunningRule.ONNX),
                new Logits(o.parameter(terms, 1), o.parameter(terms, 1)),
                o.choice("instance-variance", RunningRule.Divisor.class, RunningRule.Divisor.BIASED),
                Optional.empty());
    }

    private static int terms(Shape shape) {
        return shape.spatialAxes().isEmpty() ? 2 : 3;
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(affine().parameters());
        parameters.put("mean_weight", logits.mean);
        parameters.put("var_weight", logits.variance);
        return parameters;
    }

    @Override
    public int fewest() {
        return running.isPresent() ? 1 : BatchBased.super.fewest();
    }

    @Override
    public void check(Shape shape) {
        BatchBased.super.check(shape);
        Channels.entries(name(), "mean_weight", logits.mean, terms(shape));
        Channels.entries(name(), "var_weight", logits.variance, terms(shape));
        if (!shape.spatialAxes().isEmpty()) {
            InstanceNorm.of(channels()).check(shape);
        }
    }

    @Override
    public Point at(Sample sample) {
        List<Term> terms = terms(sample);
        double[] w = softmax(logits.mean);
        double[] u = softmax(logits.variance);
        double[] centred = sample.map(i -> sample.get(i) - mix(terms, w, t -> t.mean(i)));
        double[] variances = sample.map(i -> mix(terms, u, t -> t.variance(i)));
        Moments batch = moments(sample);
        Slices channels = sample.channels();
        double[] shares = channels.each(c -> running.isPresent() ? 1 : BatchBased.share(batch, c));
        double[] r = sample.map(i -> epsilon().scale(variances[i]) * shares[channels.of(i)]);
        double[] z = sample.map(i -> centred[i] * r[i]);
        return new Point(z, batch, q -> {
            double[] a = sample.map(i -> -q[i] * r[i]);
            double[] b = sample.map(i -> -0.5 * q[i] * z[i] * epsilon().slope(variances[i], r[i]));
            double[] dx = sample.map(i -> q[i] * r[i]);
            for (int k = 0; k < terms.size(); k++) {
                terms.get(k).pull(sample, a, b, new double[] {w[k], u[k]}, dx);
            }
            Slices all =
                    sample.slices(sample.shape(), new Axes((1 << sample.shape().rank()) - 1));
            return new Pull(
                    dx,
                    Map.of(
                            "mean_weight", logits(w, terms, t -> all.sums(i -> a[i] * t.mean(i))[0]),
                            "var_weight", logits(u, terms, t -> all.sums(i -> b[i] * t.variance(i))[0])));
        });
    }

    private Moments moments(Sample sample) {
        return sample.moments(sample.shape(), reductionAxes(sample.shape()));
    }

    private List<Term> terms(Sample sample) {
        Shape shape = sample.shape();
        List<Term> terms = new ArrayList<>();
        if (!shape.spatialAxes().isEmpty()) {
            Term own = Term.of(sample, shape.spatialAxes());
            terms.add(instance == RunningRule.Divisor.BIASED ? own : own.unbiased());
        }
        terms.add(Term.of(sample, shape.allBut("N")));
        terms.add(running.map(r -> Term.given(sample.channels(), r))
                .orElseGet(() -> Term.of(sample, reductionAxes(shape))));
        return terms;
    }

    private static double mix(List<Term> terms, double[] weights, ToDoubleFunction<Term> value) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * value.applyAsDouble(terms.get(k));
        }
        return sum;
    }

    private static double[] softmax(Tensor logits) {
        double[] w = logits.toArray();
        double most = Arrays.stream(w).max().orElse(0);
        Arrays.setAll(w, k -> StrictMath.exp(w[k] - most));
        double sum = Arrays.stream(w).sum();
        Arrays.setAll(w, k -> w[k] / sum);
        return w;
    }

    private static double[] logits(double[] w, List<Term> terms, ToDoubleFunction<Term> derivative) {
        double[] d = terms.stream().mapToDouble(derivative).toArray();
        double mean = IntStream.range(0, d.length).mapToDouble(k -> w[k] * d[k]).sum();
        double[] gradient = new double[d.length];
        Arrays.setAll(gradient, k -> w[k] * (d[k] - mean));
        return gradient;
    }

    @Override
    public Normalizer frozen(RunningMoments given) {
        return new SwitchableNorm(base, logits, instance, Optional.of(given));
    }
}
