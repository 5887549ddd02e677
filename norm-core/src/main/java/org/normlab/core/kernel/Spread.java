package org.normlab.core.kernel;

/** How a variance becomes the scale of a normalizer, and what that means for its derivative. */
public interface Spread {

    /**
     * The factor r of the normalized values.
     *
     * @param variance biased variance or mean square; NaN or infinite if the slice is not finite
     * @return the factor; NaN for a variance that is not finite
     */
    double scale(double variance);

    /**
     * −2 times the derivative of the scale by the variance, over the scale: what the mean of q·(x − centre) is multiplied by.
     *
     * @param variance as given to {@link #scale}
     * @param scale what it returned
     * @return the factor
     */
    double slope(double variance, double scale);
}
