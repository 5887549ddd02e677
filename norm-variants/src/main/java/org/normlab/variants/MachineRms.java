package org.normlab.variants;

import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Derived;

/** RMS normalization with the machine epsilon of its input's element type, as PyTorch without eps. */
record MachineRms(RmsNorm base) implements Derived {

    @Override
    public Epsilon epsilon() {
        return Epsilon.inside(0x1p-52);
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        Epsilon epsilon = Epsilon.inside(x.isFloat32() ? 0x1p-23 : 0x1p-52);
        return new RmsNorm(base.extent(), base.affine(), epsilon).forward(x, y);
    }
}
