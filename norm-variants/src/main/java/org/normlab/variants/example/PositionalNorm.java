package org.normlab.variants.example;

import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Options;

/**
 * Positional normalization: channel layer normalization without weight and bias, whose means and deviations are outputs too. Departs from
 * ChannelLayerNorm in that.
 *
 * <p>y = x̂; μ and σ = √(v + ε) may be given to a later layer, which scales by σ and shifts by μ (moment shortcut). Li et al. 2019, arXiv
 * 1907.04312.
 *
 * @param epsilon 1e-5 inside the root by default
 */
public record PositionalNorm(Epsilon epsilon) implements Normalizer {

    static PositionalNorm create(Options o) {
        return new PositionalNorm(o.epsilon(1e-5));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.axes("C");
    }

    /**
     * The deviations, which stand beside the means in {@link Normalized#moments}.
     *
     * @param moments of a finished pass
     * @return √(v + ε), one a position
     */
    public double[] deviations(Moments moments) {
        double[] deviations = new double[moments.size()];
        for (int s = 0; s < deviations.length; s++) {
            deviations[s] = Math.sqrt(moments.variance(s) + epsilon.value());
        }
        return deviations;
    }

    /**
     * The gradient of the input when means and deviations were used too: that of y + dμ/m + dσ·x̂/m.
     *
     * @param pass a finished pass
     * @param dy the gradient of the output; not modified
     * @param dMean the gradients of the means; not modified
     * @param dDeviation the gradients of the deviations; not modified
     * @return a new tensor
     */
    public Tensor backward(Normalized pass, Tensor dy, double[] dMean, double[] dDeviation) {
        Shape shape = pass.output().shape();
        Slices slices = Slices.of(shape, reductionAxes(shape), Mask.all(shape));
        Tensor dx = pass.backward(dy).input();
        for (int i = 0; i < shape.count(); i++) {
            int s = slices.of(i);
            double through = dMean[s] + dDeviation[s] * pass.output().get(i);
            dx.set(i, dx.get(i) + through / slices.count(s));
        }
        return dx;
    }
}
