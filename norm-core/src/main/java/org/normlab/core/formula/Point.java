package org.normlab.core.formula;

import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Moments;

/**
 * A formula at an input.
 *
 * @param output z, one value an element; values at masked elements do not matter
 * @param moments the statistics over the normalizer's reduction axes
 * @param pullback from the gradient of z to the gradients of the input and of the formula's own parameters
 * @param state what the state of a {@link org.normlab.core.Stateful} normalizer becomes, by name
 */
public record Point(double[] output, Moments moments, Function<double[], Pull> pullback, Map<String, double[]> state) {

    /**
     * A point of a formula without state.
     *
     * @param output z, one value an element
     * @param moments the statistics over the normalizer's reduction axes
     * @param pullback from the gradient of z to the gradients of the input and of the formula's own parameters
     */
    public Point(double[] output, Moments moments, Function<double[], Pull> pullback) {
        this(output, moments, pullback, Map.of());
    }
}
