package org.normlab.variants.example;

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
 * Global response normalization: each channel is amplified by its L2 norm over the positions, relative to the mean norm of the channels of
 * its example. Departs from all others in that x itself is added.
 *
 * <p>y = x + weight·x·A_c/(mean_c A + ε) + bias with A_c = ‖x_c‖; weight and bias start at 0, which is the identity. Woo et al. 2023
 * (ConvNeXt V2), arXiv 2301.00808.
 *
 * @param weight one a channel
 * @param bias one a channel
 * @param epsilon 1e-6 by default
 */
public record GlobalResponseNorm(Tensor weight, Tensor bias, Epsilon epsilon) implements Formula {

    /**
     * Checks that both parameters have one entry a channel.
     *
     * @param weight one a channel
     * @param bias one a channel
     * @param epsilon 1e-6 by default
     * @throws org.normlab.core.NormException SHAPE if their lengths differ
     */
    public GlobalResponseNorm {
        Channels.entries("GlobalResponseNorm", "bias", bias, weight.shape().count());
    }

    static GlobalResponseNorm create(Options o) {
        return new GlobalResponseNorm(o.parameter(o.channels(), 0), o.parameter(o.channels(), 0), o.epsilon(1e-6));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Channels.require(name(), shape, weight.shape().count()).spatialAxes();
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("weight", weight, "bias", bias);
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        Slices channel = sample.channels();
        Slices slices = sample.slices(shape, shape.spatialAxes());
        int[] example = slices.within(sample.slices(shape, shape.allBut("N")));
        double[] norm = slices.sums(i -> sample.get(i) * sample.get(i));
        double[] total = new double[shape.examples()];
        for (int s = 0; s < norm.length; s++) {
            norm[s] = Math.sqrt(norm[s]);
            total[example[s]] += norm[s] / shape.channels();
        }
        for (int n = 0; n < total.length; n++) {
            double sum = total[n] + epsilon.value();
            total[n] = sum == 0 ? 0 : sum < Double.POSITIVE_INFINITY ? 1 / sum : Double.NaN;
        }
        double[] gain = slices.each(s -> norm[s] * total[example[s]]);
        double[] weights = weight.toArray();
        double[] biases = bias.toArray();
        double[] response = sample.map(i -> sample.get(i) * gain[slices.of(i)]);
        double[] y = sample.map(i -> sample.get(i) + weights[channel.of(i)] * response[i] + biases[channel.of(i)]);
        return new Point(y, Moments.empty(0), dy -> {
            double[] w = slices.sums(i -> weights[channel.of(i)] * dy[i] * sample.get(i));
            double[] shared = new double[total.length];
            for (int s = 0; s < w.length; s++) {
                shared[example[s]] += w[s] * gain[s] * total[example[s]] / shape.channels();
            }
            double[] dx = sample.map(i -> {
                int s = slices.of(i);
                double unit = norm[s] == 0 ? 0 : sample.get(i) / norm[s];
                return dy[i] * (1 + weights[channel.of(i)] * gain[s])
                        + unit * (w[s] * total[example[s]] - shared[example[s]]);
            });
            return new Pull(
                    dx, Map.of("weight", channel.sums(i -> dy[i] * response[i]), "bias", channel.sums(i -> dy[i])));
        });
    }
}
