package org.normlab.core.check;

import org.normlab.core.Tensor;

/**
 * A difference quotient of the loss Σ dy·y.
 *
 * @param value its value
 * @param size the same sum over absolute terms: what rounding errors are relative to
 */
record Quotient(double value, double size) {

    static Quotient of(Tensor dy, double[] plus, double[] minus, double distance) {
        Sum sum = new Sum();
        double size = Double.MIN_NORMAL;
        for (int i = 0; i < plus.length; i++) {
            double term = dy.get(i) * (plus[i] - minus[i]);
            sum.add(term);
            size += Math.abs(term);
        }
        return new Quotient((sum.high() + sum.low()) / distance, size / distance);
    }
}
