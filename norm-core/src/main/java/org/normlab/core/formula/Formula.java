package org.normlab.core.formula;

import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/**
 * A normalizer whose arithmetic is its own: y = weight·z + bias with z by its formula.
 *
 * <p>All values are doubles, rounded once to the element type of the output. A formula that takes its moments and sums from the
 * {@link Sample} works under a mask without knowing it. It costs an order of magnitude more than a kernel.
 */
public interface Formula extends Normalizer, Maskable {

    /**
     * The formula.
     *
     * @param sample the input; not modified
     * @return z with its statistics and its derivative
     */
    Point at(Sample sample);

    @Override
    default Normalized forward(Tensor x, Tensor y) {
        return new FormulaPass(this, this::at, Mask.all(x.shape()), x, y).again();
    }

    @Override
    default Normalizer masked(Mask mask) {
        return new Masked(this, this::at, mask);
    }
}
