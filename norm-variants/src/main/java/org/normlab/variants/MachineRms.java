package org.normlab.variants;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** RMS normalization with the machine epsilon of its input's element type, as PyTorch without eps. */
record MachineRms(RmsNorm base) implements Normalizer {

    @Override
    public Axes reductionAxes(Shape shape) {
        return base.reductionAxes(shape);
    }

    @Override
    public Affine affine() {
        return base.affine();
    }

    @Override
    public Epsilon epsilon() {
        return Epsilon.inside(0x1p-52);
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        Epsilon epsilon = Epsilon.inside(x.isFloat32() ? 0x1p-23 : 0x1p-52);
        return new RmsNorm(base.extent(), base.affine(), epsilon).forward(x, y);
    }
}
