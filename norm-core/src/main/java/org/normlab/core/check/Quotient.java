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

    /** Removes the error of order h² (Richardson 1911). */
    static Quotient extrapolated(Quotient whole, Quotient half) {
        return new Quotient((4 * half.value - whole.value) / 3, half.size);
    }
}
