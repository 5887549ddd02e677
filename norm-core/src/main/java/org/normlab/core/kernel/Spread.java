package org.normlab.core.kernel;

/** How a variance becomes the scale of a normalizer, and what that means for its derivative. */
public interface Spread {

    /**
     * Writes the factors r of the normalized values.
     *
     * @param squares sums of squares, each over the count a biased variance or mean square; NaN or infinite if the slice is not finite
     * @param count elements of a statistic
     * @param scales overwritten with the factors; NaN for a variance that is not finite
     * @param from the first statistic
     * @param to after the last
     */
    void scale(double[] squares, double count, double[] scales, int from, int to);

    /**
     * −2 times the derivative of the scale by the variance, over the scale: what the mean of q·(x − centre) is multiplied by.
     *
     * @param variance of a statistic
     * @param scale its factor
     * @return the factor
     */
    double slope(double variance, double scale);
}
