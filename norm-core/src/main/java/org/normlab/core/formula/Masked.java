package org.normlab.core.formula;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A normalizer whose formula is applied under a mask; without anything masked, the normalizer itself. */
record Masked(Normalizer original, Function<Sample, Point> formula, Mask mask) implements Normalizer {

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        if (!mask.shape().equals(x.shape())) {
            throw NormException.about(Kind.SHAPE, name(), "mask", mask.shape())
                    .because("does not fit " + x.shape(), "give a mask of the input's shape");
        }
        return mask.isAll() ? original.forward(x, y) : new FormulaPass(original, formula, mask, x, y).again();
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return original.reductionAxes(view);
    }

    @Override
    public Shape view(Shape shape) {
        return original.view(shape);
    }

    @Override
    public Affine affine() {
        return original.affine();
    }

    @Override
    public Epsilon epsilon() {
        return original.epsilon();
    }

    @Override
    public Centre centre() {
        return original.centre();
    }

    @Override
    public int fewest() {
        return original.fewest();
    }

    @Override
    public Optional<RunningMoments> given() {
        return original.given();
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public Map<String, Tensor> parameters() {
        return original.parameters();
    }
}
