package org.normlab.core;

import org.normlab.core.NormException.Kind;

/**
 * The small number that keeps a scale finite, and where it stands. It is added in double, so a tiny one never underflows.
 *
 * @param value 0, or from 1e-300 to 1e30
 * @param place inside or outside the root
 */
public record Epsilon(double value, Place place) {

    /** Where epsilon stands. */
    public enum Place {
        /** 1/√(v + ε), as in almost every paper and framework. */
        INSIDE,
        /** 1/(√v + ε), as in ONNX MeanVarianceNormalization and the authors' RMSNorm. */
        OUTSIDE
    }

    /**
     * Checks the value.
     *
     * @param value 0, or from 1e-300 to 1e30
     * @param place inside or outside the root
     * @throws NormException OPTION if it is negative, NaN or out of range
     */
    public Epsilon {
        if (!(value == 0 || value >= 1e-300 && value <= 1e30)) {
            throw NormException.about(Kind.OPTION, "Epsilon", "eps", value)
                    .because("is not 0 and not within 1e-300 and 1e30", "use a small positive number such as 1e-5");
        }
    }

    /**
     * Epsilon under the root: r = 1/√(v + ε).
     *
     * @param value its value
     * @return the epsilon
     */
    public static Epsilon inside(double value) {
        return new Epsilon(value, Place.INSIDE);
    }

    /**
     * Epsilon beside the root: r = 1/(√v + ε).
     *
     * @param value its value
     * @return the epsilon
     */
    public static Epsilon outside(double value) {
        return new Epsilon(value, Place.OUTSIDE);
    }

    /**
     * The scale of a slice with this variance.
     *
     * @param variance biased variance, or mean square without centring
     * @return r; 0 if the variance and ε are both 0; NaN if the variance is NaN or infinite
     */
    public double scale(double variance) {
        if (!(variance < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double root = place == Place.INSIDE ? Math.sqrt(variance + value) : Math.sqrt(variance) + value;
        return root == 0 ? 0 : 1 / root;
    }

    /** The scales of many slices, in loops that the compiler vectorizes: 0·v is NaN if the variance is not finite. */
    void scale(double[] squares, double count, double[] scales, int from, int to) {
        if (value == 0) {
            for (int s = from; s < to; s++) {
                scales[s] = scale(squares[s] / count);
            }
        } else if (place == Place.INSIDE) {
            for (int s = from; s < to; s++) {
                double variance = squares[s] / count;
                scales[s] = 1 / Math.sqrt(variance + value) + 0 * variance;
            }
        } else {
            for (int s = from; s < to; s++) {
                double variance = squares[s] / count;
                scales[s] = 1 / (Math.sqrt(variance) + value) + 0 * variance;
            }
        }
    }

    /**
     * −2·r′(v)/r, which multiplies the mean of q·(x − mean) in the backward.
     *
     * @param variance as given to {@link #scale}
     * @param scale the scale of that variance
     * @return r² inside, r/√v outside; 0 outside at variance 0
     */
    public double slope(double variance, double scale) {
        if (place == Place.INSIDE) {
            return scale * scale;
        }
        return variance == 0 ? 0 : scale / Math.sqrt(variance);
    }
}
