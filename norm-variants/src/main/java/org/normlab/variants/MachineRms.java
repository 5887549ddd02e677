package org.normlab.variants;

import java.util.List;
import java.util.function.UnaryOperator;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Derived;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Maskable;

/**
 * RMS normalization with the machine epsilon of its input's element type, as PyTorch without eps.
 *
 * @param base with the epsilon of float64
 * @param masked puts a normalizer under the mask
 */
record MachineRms(RmsNorm base, UnaryOperator<Normalizer> masked) implements Derived, Maskable {

    static MachineRms create(Options o, Extent extent, Affine affine) {
        for (String other : List.of("partial", "eps-outside")) {
            if (o.text(other).isPresent()) {
                throw o.refuse(other, "stands beside eps=machine", "give one of them");
            }
        }
        return new MachineRms(new RmsNorm(extent, affine, Epsilon.inside(0x1p-52)), UnaryOperator.identity());
    }

    @Override
    public Normalizer masked(Mask mask) {
        return new MachineRms(base, mask::on);
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        Epsilon epsilon = x.isFloat32() ? Epsilon.inside(0x1p-23) : base.epsilon();
        return masked.apply(new RmsNorm(base.extent(), base.affine(), epsilon)).forward(x, y);
    }
}
