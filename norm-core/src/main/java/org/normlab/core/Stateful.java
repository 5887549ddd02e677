package org.normlab.core;

import java.util.Map;

/**
 * A normalizer that owns a state besides its parameters: named tensors that a training loop moves and a pass only reads.
 *
 * <p>{@link Normalized#state} and {@link Gradients#state} give the values after a forward and a backward pass; {@link #keep} stores
 * them. Whoever leaves that out trains with the state as it is.
 */
public interface Stateful extends Normalizer {

    /**
     * The state.
     *
     * @return the tensors themselves, by name
     */
    Map<String, Tensor> state();

    /**
     * One tensor of the state.
     *
     * @param name its name
     * @return the tensor itself
     * @throws NormException STATE if there is none of that name
     */
    default Tensor state(String name) {
        Tensor tensor = state().get(name);
        if (tensor == null) {
            throw NormException.about(NormException.Kind.STATE, name(), "state", name)
                    .because("is not known here", "use one of " + state().keySet());
        }
        return tensor;
    }

    /**
     * The normalizer at evaluation: reads the same tensors, and its passes move nothing.
     *
     * @return a normalizer
     */
    Normalizer evaluation();

    /**
     * Overwrites parts of the state.
     *
     * @param values what a pass gave; not modified
     */
    default void keep(Map<String, Tensor> values) {
        values.forEach((name, value) -> value.copyTo(state(name)));
    }
}
