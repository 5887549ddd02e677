package org.normlab.report.net;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * The one door to matrix products: c += a b.
 *
 * <p>Float32 goes through {@link FloatProduct}, float64 (gradient checks) through EJML. A product of float32 matrices has the
 * same bits on every machine, with any lane width and with or without the Vector API.
 *
 * <p>Holds scratch space: one instance serves one thread at a time. Allocates nothing once the scratch space has grown.
 */
public final class MatMul {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private final FloatProduct product = VECTORS ? new VectorProduct() : new ScalarProduct();
    private final Operand left = new Operand();
    private final Operand right = new Operand();
    private final Operand result = new Operand();
    private final Operand dense = new Operand();

    /**
     * Which float32 product runs on this Java, and why.
     *
     * @return one line for a report
     */
    public static String kernel() {
        return VECTORS
                ? "vector product"
                : "scalar product (jdk.incubator.vector not readable; add --add-modules jdk.incubator.vector)";
    }

    /**
     * Adds a product of two matrices to a third.
     *
     * @param a m by k; not modified
     * @param b k by n; not modified
     * @param c m by n with dense rows; the product is added to it; shares no element with a and b
     * @throws NormException SHAPE if sizes or element types do not fit
     */
    public void add(Matrix a, Matrix b, Matrix c) {
        if (a.columns() != b.rows() || a.rows() != c.rows() || b.columns() != c.columns()) {
            throw unfit(a, b, c, "sizes do not fit", "use m by k, k by n and m by n");
        }
        if (c.tensor().isFloat32()) {
            product.add(left.view(a), denseRows(right.view(b)), result.view(c));
        } else {
            addDoubles(a, b, c);
        }
    }

    private Operand denseRows(Operand b) {
        if (b.columnStep == 1) {
            return b;
        }
        dense.resize(b.rows, b.columns).copyTransposed(b);
        return dense;
    }

    private static void addDoubles(Matrix a, Matrix b, Matrix c) {
        if (a.isTransposed() && b.isTransposed()) {
            CommonOps_DDRM.multAddTransAB(stored(a), stored(b), stored(c));
        } else if (a.isTransposed()) {
            CommonOps_DDRM.multAddTransA(stored(a), stored(b), stored(c));
        } else if (b.isTransposed()) {
            CommonOps_DDRM.multAddTransB(stored(a), stored(b), stored(c));
        } else {
            CommonOps_DDRM.multAdd(stored(a), stored(b), stored(c));
        }
    }

    private static DMatrixRMaj stored(Matrix matrix) {
        Matrix asStored = matrix.isTransposed() ? matrix.transposed() : matrix;
        return DMatrixRMaj.wrap(
                asStored.rows(), asStored.columns(), matrix.tensor().toDMatrix().data);
    }

    private static NormException unfit(Matrix a, Matrix b, Matrix c, String problem, String fix) {
        return NormException.about(Kind.SHAPE, "MatMul", "a, b, c", a + ", " + b + ", " + c)
                .because(problem, fix);
    }
}
