package org.normlab.report.stats.theory;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * How fast gradients grow with depth in a plain network of wide layers with batch normalization, at initialization
 * (Yang et al. 2019, theorem 8). The rates are those of the squared gradient norm, a layer.
 */
public final class DepthTheory {
    private DepthTheory() {}

    /**
     * The rate with ReLU: (J'(c) + (B − 1)) / ((B − 3)(1 − J(c))) − 1/(B − 3), c = −1/(B − 1), J the arc-cosine kernel
     * √(1 − c²)/π + (π − arccos c) c/π.
     *
     * @param batch B, at least 4
     * @return the growth of the squared gradient norm a layer
     * @throws NormException TOO_FEW if B is below 4
     */
    public static double reluRate(int batch) {
        double c = -1.0 / (checked(batch) - 1);
        double slope = (StrictMath.PI - StrictMath.acos(c)) / StrictMath.PI;
        double kernel = Math.sqrt(1 - c * c) / StrictMath.PI + slope * c;
        return (slope + (batch - 1)) / ((batch - 3) * (1 - kernel)) - 1.0 / (batch - 3);
    }

    /**
     * What {@link #reluRate} tends to for large batches: π/(π − 1).
     *
     * @return about 1.467
     */
    public static double reluRateLimit() {
        return StrictMath.PI / (StrictMath.PI - 1);
    }

    /**
     * The rate without an activation: (B − 2)/(B − 3).
     *
     * @param batch B, at least 4
     * @return the growth of the squared gradient norm a layer
     * @throws NormException TOO_FEW if B is below 4
     */
    public static double linearRate(int batch) {
        return (checked(batch) - 2.0) / (batch - 3);
    }

    /**
     * The depth that can still be trained: 16/ln(rate).
     *
     * @param rate the growth a layer, above 1
     * @return layers
     */
    public static double trainableDepth(double rate) {
        return 16 / StrictMath.log(rate);
    }

    private static int checked(int batch) {
        if (batch < 4) {
            throw NormException.about(Kind.TOO_FEW, "DepthTheory", "batch", batch)
                    .because("is less than 4, where the rate is infinite", "use 4 or more");
        }
        return batch;
    }
}
