package org.normlab.variants.example;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Dynamic tanh: y = tanh(alpha·x)·weight + bias. Departs from all others in that it has no statistic.
 *
 * <p>Zhu et al. 2025, arXiv 2503.10622.
 *
 * @param affine weight and bias
 * @param alpha one entry, 0.5 at the start
 */
public record DynamicTanh(Affine affine, Tensor alpha) implements Formula {

    static DynamicTanh create(Options o) {
        return new DynamicTanh(o.channelAffine(), o.parameter(1, o.number("alpha", 0.5)));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Channels.entries(name(), "alpha", alpha, 1);
        return new Axes(0);
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(affine.parameters());
        parameters.put("alpha", alpha);
        return parameters;
    }

    @Override
    public Point at(Sample sample) {
        double a = alpha.get(0);
        double[] z = sample.map(i -> StrictMath.tanh(a * sample.get(i)));
        return new Point(z, Moments.empty(0), q -> {
            double[] slope = sample.map(i -> q[i] * (1 - z[i] * z[i]));
            double dAlpha = IntStream.range(0, q.length)
                    .mapToDouble(i -> slope[i] * sample.get(i))
                    .sum();
            return new Pull(sample.map(i -> a * slope[i]), Map.of("alpha", new double[] {dAlpha}));
        });
    }
}
