package org.normlab.variants.weight;

import java.util.Arrays;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Shape;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Options;

/**
 * Weight standardization: y = (w − μ)/(σ + ε) for each output, with the unbiased σ of its fan-in.
 *
 * <p>Qiao et al. 2019, arXiv 1903.10520. timm's form, (w − μ)/√(v + 1e-6) with the biased variance, is the option style=timm.
 *
 * @param epsilon 1e-5 outside the root by default
 */
public record WeightStandardization(Epsilon epsilon) implements Formula {

    /** Whose formula. */
    private enum Style {
        AUTHORS,
        TIMM
    }

    static org.normlab.core.Normalizer create(Options o) {
        return o.choice("style", Style.class, Style.AUTHORS) == Style.TIMM
                ? new StandardizedWeight(o.epsilon(1e-6))
                : new WeightStandardization(o.epsilon(Epsilon.outside(1e-5)));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return FanIn.axes(shape);
    }

    @Override
    public int fewest() {
        return 2;
    }

    @Override
    public Point at(Sample sample) {
        Slices rows = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        double[] p = new double[rows.size()];
        Arrays.setAll(p, row -> epsilon.scale(moments.unbiasedVariance(row)));
        double[] z = sample.map(i -> moments.deviation(rows.of(i), sample.get(i)) * p[rows.of(i)]);
        return new Point(z, moments, q -> {
            double[] mean = rows.means(i -> q[i]);
            double[] dot = rows.sums(i -> q[i] * z[i]);
            return new Pull(sample.map(i -> {
                int row = rows.of(i);
                double slope = epsilon.slope(moments.unbiasedVariance(row), p[row]);
                double deviation = moments.deviation(row, sample.get(i));
                double bend = p[row] == 0 ? 0 : deviation * slope / p[row] * dot[row] / (rows.count(row) - 1);
                return p[row] * (q[i] - mean[row] - bend);
            }));
        });
    }
}
