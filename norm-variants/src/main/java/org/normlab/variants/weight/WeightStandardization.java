package org.normlab.variants.weight;

import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
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
    private enum Style {
        AUTHORS,
        TIMM
    }

    static Normalizer create(Options o) {
        return o.choice("style", Style.class, Style.AUTHORS) == Style.TIMM
                ? new StandardizedWeight(o.epsilon(1e-6))
                : new WeightStandardization(o.epsilon(Epsilon.outside(1e-5)));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return FanIn.axes(name(), shape);
    }

    @Override
    public int fewest() {
        return 2;
    }

    @Override
    public Point at(Sample sample) {
        Slices rows = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        Moments moments = sample.moments(sample.shape(), reductionAxes(sample.shape()));
        double[] p = rows.each(row -> epsilon.scale(moments.unbiasedVariance(row)));
        double[] centred = sample.map(i -> moments.deviation(rows.of(i), sample.get(i)));
        double[] slopes =
                rows.each(row -> epsilon.slope(moments.unbiasedVariance(row), p[row]) / (rows.count(row) - 1));
        return new Point(sample.map(i -> centred[i] * p[rows.of(i)]), moments, q -> {
            double[] mean = rows.means(i -> q[i]);
            double[] dot = rows.sums(i -> q[i] * centred[i]);
            double[] bend = rows.each(row -> slopes[row] * dot[row]);
            return new Pull(sample.map(i -> p[rows.of(i)] * (q[i] - mean[rows.of(i)] - centred[i] * bend[rows.of(i)])));
        });
    }
}
