package org.normlab.core.formula;

import java.util.Map;
import org.normlab.core.Normalized;
import org.normlab.core.Tensor;

/**
 * What the backward pass of a formula gives.
 *
 * @param input the gradient of the input, one value an element
 * @param parameters the gradients of the formula's own parameters, by name; weight and bias are not among them
 * @param state what the state of a {@link org.normlab.core.Stateful} normalizer becomes, by name
 */
public record Pull(double[] input, Map<String, double[]> parameters, Map<String, double[]> state) {

    /**
     * Gradients of a formula whose state does not change in the backward.
     *
     * @param input the gradient of the input
     * @param parameters the gradients of the formula's own parameters, by name
     */
    public Pull(double[] input, Map<String, double[]> parameters) {
        this(input, parameters, Map.of());
    }

    /**
     * The gradient of a formula without parameters of its own.
     *
     * @param input the gradient of the input
     */
    public Pull(double[] input) {
        this(input, Map.of(), Map.of());
    }

    /**
     * Pulls a gradient through a pass that a formula contains.
     *
     * @param pass a finished float64 pass
     * @param q the gradient of its output; not modified
     * @return the gradient of its input
     */
    public static double[] through(Normalized pass, double[] q) {
        return pass.backward(Tensor.of(pass.output().shape(), q)).input().toArray();
    }
}
