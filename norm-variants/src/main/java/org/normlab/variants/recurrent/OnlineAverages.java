package org.normlab.variants.recurrent;

import java.util.Arrays;
import java.util.Map;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Shape;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;

/** The averages of online normalization from example to example, forward and backward: one row an example, channels along it. */
final class OnlineAverages {
    private final OnlineNorm norm;
    private final Sample sample;
    private final Slices rows;
    private final int channels;
    private final double[] means;
    private final double[] variances;
    private final double[] outputs;

    private OnlineAverages(OnlineNorm norm, Sample sample) {
        Shape shape = sample.shape();
        this.norm = norm;
        this.sample = sample;
        this.rows = sample.slices(shape, shape.spatialAxes());
        this.channels = shape.channels();
        this.means = new double[rows.size() + channels];
        this.variances = new double[rows.size() + channels];
        this.outputs = new double[shape.count()];
    }

    static OnlineAverages of(OnlineNorm norm, Sample sample) {
        OnlineAverages averages = new OnlineAverages(norm, sample);
        averages.run(sample.moments(sample.shape(), sample.shape().spatialAxes()));
        return averages;
    }

    /** Row n holds the averages before example n. */
    private void run(Moments own) {
        System.arraycopy(norm.state("mean").toArray(), 0, means, 0, channels);
        System.arraycopy(norm.state("var").toArray(), 0, variances, 0, channels);
        for (int row = 0; row < rows.size(); row++) {
            double a = own.count(row) == 0 ? 1 : norm.decay().forward();
            double step = own.mean(row) - means[row];
            variances[row + channels] = a * variances[row] + (1 - a) * own.variance(row) + a * (1 - a) * step * step;
            means[row + channels] = means[row] + (1 - a) * step;
        }
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (sample.get(i) - means[rows.of(i)]) * scale(rows.of(i));
        }
    }

    private double scale(int row) {
        Epsilon epsilon = norm.epsilon();
        return epsilon.scale(variances[row]);
    }

    double output(int element) {
        return outputs[element];
    }

    /** The averages after the last example; none if one is not finite, so that a bad batch moves nothing. */
    Map<String, double[]> next() {
        return Finite.orNothing(norm, Map.of("mean", last(means), "var", last(variances)));
    }

    private double[] last(double[] values) {
        return Arrays.copyOfRange(values, values.length - channels, values.length);
    }

    /** h = q − (1 − b)·v·y, v += mean(h·y), dx = h·r − (1 − b)·u, u += mean(dx), example after example. */
    Pull pull(double[] q) {
        double share = 1 - norm.decay().backward();
        double[] u = norm.state("u").toArray();
        double[] v = norm.state("v").toArray();
        double[] meanQ = rows.means(i -> q[i]);
        double[] meanY = rows.means(i -> outputs[i]);
        double[] meanQY = rows.means(i -> q[i] * outputs[i]);
        double[] meanYY = rows.means(i -> outputs[i] * outputs[i]);
        double[] us = new double[rows.size()];
        double[] vs = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            int c = row % channels;
            us[row] = u[c];
            vs[row] = v[c];
            if (rows.count(row) > 0) {
                v[c] += meanQY[row] - share * vs[row] * meanYY[row];
                u[c] += (meanQ[row] - share * vs[row] * meanY[row]) * scale(row) - share * us[row];
            }
        }
        double[] dx = sample.map(i -> {
            int row = rows.of(i);
            return (q[i] - share * vs[row] * outputs[i]) * scale(row) - share * us[row];
        });
        return new Pull(dx, Map.of(), Finite.orNothing(norm, Map.of("u", u, "v", v)));
    }
}
