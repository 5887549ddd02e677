package org.normlab.variants.weight;

import java.util.Map;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
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
 * Scaled weight standardization: y = gain·c/√fan_in·(w − μ)/√(v + ε) for each output, so that variances pass through a network without
 * activation normalization. Departs from WeightStandardization by the gain and the constant.
 *
 * <p>Brock, De and Smith 2021, arXiv 2101.08692, in timm's form.
 *
 * @param gain one an output
 * @param constant c of the activation: √(2π/(π − 1)) for ReLU
 * @param epsilon 1e-6 inside the root by default
 */
public record ScaledWeightStandardization(Tensor gain, double constant, Epsilon epsilon) implements Formula {
    private static final double RELU = Math.sqrt(2 * Math.PI / (Math.PI - 1));

    static ScaledWeightStandardization create(Options o) {
        return new ScaledWeightStandardization(
                o.parameter(o.input().size(0), 1), o.number("constant", RELU), o.epsilon(1e-6));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Axes fanIn = FanIn.axes(name(), shape);
        Channels.entries(name(), "gain", gain, shape.size(0));
        return fanIn;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("gain", gain);
    }

    @Override
    public Point at(Sample sample) {
        Slices rows = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        Normalized standard = sample.forward(new StandardizedWeight(epsilon));
        double scale = constant / Math.sqrt(FanIn.size(name(), sample.shape()));
        double[] z = standard.output().toArray();
        double[] y = sample.map(i -> gain.get(rows.of(i)) * scale * z[i]);
        return new Point(y, standard.moments(), dw -> {
            double[] dx = Pull.through(standard, sample.map(i -> gain.get(rows.of(i)) * scale * dw[i]));
            return new Pull(dx, Map.of("gain", rows.sums(i -> dw[i] * scale * z[i])));
        });
    }
}
