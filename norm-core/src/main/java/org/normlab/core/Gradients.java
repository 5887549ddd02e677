package org.normlab.core;

import java.util.Map;
import org.normlab.core.NormException.Kind;

/**
 * What a backward pass gives.
 *
 * @param input the gradient of the input, in its shape and element type
 * @param parameters the gradients of the parameters, by the parameters' names
 * @param state the values that a {@link Stateful} normalizer's state has after the backward, by name; empty for the others
 */
public record Gradients(Tensor input, Map<String, Tensor> parameters, Map<String, Tensor> state) {

    /**
     * Gradients of a normalizer whose state, if any, does not change in the backward.
     *
     * @param input the gradient of the input
     * @param parameters the gradients of the parameters, by name
     */
    public Gradients(Tensor input, Map<String, Tensor> parameters) {
        this(input, parameters, Map.of());
    }

    /**
     * Refuses to be the target of a backward pass: the gradient of the input must have the input's shape, and must not share some
     * elements but not all with what is read.
     *
     * @param x the input of the forward pass
     * @param dy the gradient of the output, in the input's axis order
     * @throws NormException SHAPE or OPTION
     */
    public void checkTargetOf(Tensor x, Tensor dy) {
        input.checkBeside(x, "input", "Gradients", "gradient of the input");
        input.checkBeside(dy, "gradient of the output", "Gradients", "gradient of the input");
    }

    /**
     * The gradient of one parameter.
     *
     * @param name such as {@code weight}
     * @return its gradient, in its shape and element type
     * @throws NormException OPTION if there is no such parameter
     */
    public Tensor parameter(String name) {
        Tensor gradient = parameters.get(name);
        if (gradient == null) {
            throw NormException.about(Kind.OPTION, "Gradients", "parameter", name)
                    .because("is not a parameter of this normalizer", "use one of " + parameters.keySet());
        }
        return gradient;
    }
}
