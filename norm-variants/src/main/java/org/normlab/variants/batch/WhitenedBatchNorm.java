package org.normlab.variants.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.normlab.core.Affine;
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
import org.normlab.variants.Single;
import org.normlab.variants.transfer.ChannelMap;
import org.normlab.variants.transfer.Foldable;

/**
 * Whitened (decorrelated) batch normalization: channels of a group are made uncorrelated, not only scaled. Departs from BatchNorm in that
 * the covariance takes the place of the variance.
 *
 * <p>y = weight·Σ^−½(x − μ) + bias, Σ the biased covariance of the group plus εI, Σ^−½ its symmetric root (ZCA). Running means and
 * covariances move by a tenth a batch. Huang et al. 2018, arXiv 1804.08450.
 *
 * @param affine weight and bias
 * @param epsilon 1e-3 by default, on the diagonal
 * @param size channels of a group
 * @param state running_mean[C] and running_cov[G·K·K]
 * @param single what a single value a channel does
 */
public record WhitenedBatchNorm(Affine affine, Epsilon epsilon, int size, Map<String, Tensor> state, Single single)
        implements Formula, Stateful {
    private static final double WEIGHT_OF_NEW_BATCH = 0.1;

    static WhitenedBatchNorm create(Options o) {
        int channels = o.channels();
        int size = o.integer("group-size", channels);
        Channels.divide("WhitenedBatchNorm", "group-size", size, channels);
        Tensor covariance = o.parameter(channels * size, 0);
        for (int c = 0; c < channels; c++) {
            covariance.set(c * size + c % size, 1);
        }
        Map<String, Tensor> state =
                new TreeMap<>(Map.of("running_mean", o.parameter(channels, 0), "running_cov", covariance));
        return new WhitenedBatchNorm(o.channelAffine(), o.epsilon(1e-3), size, state, o.single());
    }

    private int channels() {
        return state("running_mean").shape().count();
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Channels.require("WhitenedBatchNorm", shape, channels()).allBut("C");
    }

    @Override
    public int fewest() {
        return single.fewest();
    }

    @Override
    public Point at(Sample sample) {
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        Rows rows = Rows.of(sample, moments::deviation);
        double[] z = new double[sample.shape().count()];
        Whitening[] groups = new Whitening[channels() / size];
        double[] covariances = new double[channels() * size];
        for (int g = 0; g < groups.length; g++) {
            double[] covariance = rows.covariance(g * size, size);
            System.arraycopy(covariance, 0, covariances, g * size * size, covariance.length);
            groups[g] = Whitening.of(covariance, size, epsilon.value());
            rows.multiply(groups[g].root(), g * size, z);
        }
        return new Point(
                z,
                moments,
                q -> {
                    double[] dx = new double[q.length];
                    Rows gradient = rows.with(q);
                    for (int g = 0; g < groups.length; g++) {
                        double[] inner = groups[g].pull(gradient.product(rows, g * size, size));
                        gradient.pull(groups[g].root(), rows, inner, g * size, dx);
                    }
                    return new Pull(dx);
                },
                next(moments, covariances));
    }

    private Map<String, double[]> next(Moments moments, double[] batch) {
        double[] means = state("running_mean").toArray();
        double[] covariances = state("running_cov").toArray();
        // a single position says nothing
        Arrays.setAll(means, c -> moments.count(c) < 2 ? means[c] : blend(means[c], moments.mean(c)));
        Arrays.setAll(covariances, k -> moments.count(k / size) < 2 ? covariances[k] : blend(covariances[k], batch[k]));
        double largest = state("running_cov").isFloat32() ? Float.MAX_VALUE : Double.MAX_VALUE;
        boolean healthy = DoubleStream.concat(Arrays.stream(means), Arrays.stream(covariances))
                .allMatch(value -> Math.abs(value) <= largest);
        return healthy ? Map.of("running_mean", means, "running_cov", covariances) : Map.of();
    }

    private static double blend(double old, double batch) {
        return (1 - WEIGHT_OF_NEW_BATCH) * old + WEIGHT_OF_NEW_BATCH * batch;
    }

    @Override
    public Normalizer evaluation() {
        return new Linear(this);
    }

    /** The matrix of one group at evaluation: Σ^−½ of the running covariance. */
    double[] matrix(int group) {
        double[] covariance =
                Arrays.copyOfRange(state("running_cov").toArray(), group * size * size, (group + 1) * size * size);
        return Whitening.of(covariance, size, epsilon.value()).root();
    }

    /** The normalizer at evaluation: linear in each position. */
    private record Linear(WhitenedBatchNorm norm) implements Formula, Foldable {
        @Override
        public Axes reductionAxes(Shape shape) {
            return norm.reductionAxes(shape);
        }

        @Override
        public Affine affine() {
            return norm.affine;
        }

        @Override
        public ChannelMap channelMap() {
            double[] means = norm.state("running_mean").toArray();
            double[] rows = new double[norm.channels() * norm.size];
            double[] shifts = new double[norm.channels()];
            for (int o = 0; o < shifts.length; o++) {
                double[] matrix = norm.matrix(o / norm.size);
                shifts[o] = norm.affine.summand(o);
                for (int k = 0; k < norm.size; k++) {
                    double factor = norm.affine.factor(o) * matrix[o % norm.size * norm.size + k];
                    rows[o * norm.size + k] = factor;
                    shifts[o] -= factor * means[o / norm.size * norm.size + k];
                }
            }
            return new ChannelMap(norm.size, rows, shifts);
        }

        @Override
        public Point at(Sample sample) {
            Tensor means = norm.state("running_mean");
            Rows rows = Rows.of(sample, (c, value) -> value - means.get(c));
            double[] z = apply(rows, sample.shape().count());
            return new Point(z, Moments.empty(0), q -> new Pull(apply(rows.with(q), q.length)));
        }

        private double[] apply(Rows rows, int count) {
            double[] z = new double[count];
            for (int g = 0; g < norm.channels() / norm.size; g++) {
                rows.multiply(norm.matrix(g), g * norm.size, z);
            }
            return z;
        }
    }
}
