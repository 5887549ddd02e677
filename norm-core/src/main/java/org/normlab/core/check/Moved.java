package org.normlab.core.check;

import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/** What is moved, and what the loss Σ dy·y is then computed of. */
record Moved(GradientCheck.Formula formula, Normalizer normalizer, Tensor x, Tensor value, Tensor dy) {

    double[] output() {
        return formula.output(normalizer, x);
    }

    /** Σ|dy|. */
    double magnitude() {
        double sum = 0;
        for (int i = 0; i < dy.shape().count(); i++) {
            sum += Math.abs(dy.get(i));
        }
        return sum;
    }

    /** What roundings of outputs near 1 may amount to where no output depends on the value, so that it passes. */
    double noise(double step) {
        return magnitude() * 0x1p-52 / (step * Report.TOLERANCE);
    }

    /** How far a gradient lies from a quotient, beyond what a float32 value and its gradient leave open. */
    double distance(double analytic, Quotient numeric) {
        double open = value.isFloat32() ? 0x1p-20 * numeric.size() : 0;
        return Math.max(0, Math.abs(analytic - numeric.value()) - open);
    }

    /** The quotient of one element. */
    Quotient quotient(int element, double step, Side side) {
        double origin = value.get(element);
        value.set(element, origin + side.up() * step);
        double above = value.get(element);
        double[] plus = output();
        value.set(element, origin - side.down() * step);
        double below = value.get(element);
        double[] minus = output();
        value.set(element, origin);
        return Quotient.of(dy, plus, minus, above - below);
    }
}
