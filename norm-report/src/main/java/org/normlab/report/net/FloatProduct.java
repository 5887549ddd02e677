package org.normlab.report.net;

/**
 * The product of float32 matrices, c += a b.
 *
 * <p>Every implementation gives the same bits: each element of c is one chain of fused multiply-adds over the columns of a
 * in order, started from the old element. So no result depends on the lane width, the batch size or the machine.
 */
interface FloatProduct {
    /** Adds a b to c. The rows of b and c are dense; a may be transposed. */
    void add(Operand a, Operand b, Operand c);
}
