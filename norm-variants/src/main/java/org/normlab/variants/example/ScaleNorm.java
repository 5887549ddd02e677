package org.normlab.variants.example;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Shape;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Sample;
import org.normlab.variants.Options;

/**
 * Scale normalization: y = weight·x/max(‖x‖₂, ε) along the last axis, with one weight for all. Departs from RmsNorm in that.
 *
 * <p>The weight starts at √D, so that y starts like RmsNorm's. Nguyen and Salazar 2019, arXiv 1910.05895.
 *
 * @param affine a weight of one entry
 * @param epsilon 1e-5 by default, a floor of the norm
 */
public record ScaleNorm(Affine affine, Epsilon epsilon) implements Formula {

    static ScaleNorm create(Options o) {
        Shape shape = o.input();
        double start = Math.sqrt(shape.size(shape.rank() - 1));
        Affine affine = Affine.none().scope(Affine.Scope.GROUP).weight(o.parameter(1, start));
        return new ScaleNorm(affine, o.epsilon(1e-5));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Axes.trailing(shape.rank(), 1);
    }

    @Override
    public Point at(Sample sample) {
        return new LpNorm(-1, 2, epsilon).at(sample);
    }
}
