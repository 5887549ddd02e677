package org.normlab.variants.batch;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The symmetric root W = U·Λ^−½·Uᵀ of a covariance plus ε on the diagonal, and its derivative.
 *
 * <p>From dW to dΣ: U(K∘UᵀdW·U)Uᵀ with K_ij = −1/(√λ_i·√λ_j·(√λ_i + √λ_j)), which divides by no difference of eigenvalues.
 */
record Whitening(DMatrixRMaj vectors, double[] roots) {

    static Whitening of(double[] covariance, int size, double eps) {
        DMatrixRMaj sigma = DMatrixRMaj.wrap(size, size, covariance.clone());
        for (int k = 0; k < size; k++) {
            sigma.add(k, k, eps);
        }
        double unit = unit(sigma);
        CommonOps_DDRM.scale(1 / unit, sigma);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        double[] roots = new double[size];
        boolean found = Arrays.stream(covariance).allMatch(Double::isFinite) && eigen.decompose(sigma);
        for (int k = 0; k < size; k++) {
            // no eigenvalue is below ε but by rounding, which can make it negative
            roots[k] = found ? Math.sqrt(Math.max(eps, eigen.getEigenvalue(k).getReal() * unit)) : Double.NaN;
            if (found) {
                CommonOps_DDRM.insert(eigen.getEigenVector(k), vectors, 0, k);
            }
        }
        return new Whitening(vectors, roots);
    }

    /** A power of two near the largest element: the decomposition squares elements, which overflows where they are huge. */
    private static double unit(DMatrixRMaj sigma) {
        double largest = CommonOps_DDRM.elementMaxAbs(sigma);
        return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
    }

    private int size() {
        return roots.length;
    }

    /** W by rows; an eigenvalue of 0 counts nothing. */
    double[] root() {
        DMatrixRMaj scaled = vectors.copy();
        for (int k = 0; k < size() * size(); k++) {
            double root = roots[k % size()];
            scaled.data[k] = root == 0 ? 0 : scaled.data[k] / root;
        }
        DMatrixRMaj root = new DMatrixRMaj(size(), size());
        CommonOps_DDRM.multTransB(scaled, vectors, root);
        return root.data;
    }

    /** dΣ by rows, from dW by rows. */
    double[] pull(double[] dRoot) {
        DMatrixRMaj inner = between(DMatrixRMaj.wrap(size(), size(), dRoot), vectors);
        for (int k = 0; k < size() * size(); k++) {
            double a = roots[k / size()];
            double b = roots[k % size()];
            inner.data[k] = a * b == 0 ? 0 : -inner.data[k] / (a * b * (a + b));
        }
        DMatrixRMaj back = new DMatrixRMaj(size(), size());
        CommonOps_DDRM.transpose(vectors, back);
        return between(inner, back).data;
    }

    /** Uᵀ·M·U. */
    private static DMatrixRMaj between(DMatrixRMaj m, DMatrixRMaj u) {
        DMatrixRMaj left = new DMatrixRMaj(m.numRows, m.numCols);
        DMatrixRMaj both = new DMatrixRMaj(m.numRows, m.numCols);
        CommonOps_DDRM.multTransA(u, m, left);
        CommonOps_DDRM.mult(left, u, both);
        return both;
    }
}
