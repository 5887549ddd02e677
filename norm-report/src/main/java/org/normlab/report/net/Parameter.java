package org.normlab.report.net;

import org.normlab.core.Tensor;

/**
 * A learned tensor and the place where its gradient gathers.
 *
 * @param name unique in a network, such as {@code hidden1.weight}
 * @param role what it is for
 * @param value an optimizer updates it in place
 * @param gradient a backward pass adds to it; an optimizer clears it
 */
public record Parameter(String name, Role role, Tensor value, Tensor gradient) {

    /** What a parameter is for: weight decay shrinks weights alone. */
    public enum Role {
        /** A factor of a linear map. */
        WEIGHT,
        /** A summand of a linear map. */
        BIAS,
        /** Any parameter of a normalization. */
        NORM
    }

    /**
     * A parameter whose gradient is still zero.
     *
     * @param name unique in a network
     * @param role what it is for
     * @param value its first value; not copied
     * @return the parameter
     */
    public static Parameter of(String name, Role role, Tensor value) {
        return new Parameter(name, role, value, value.like(value.shape()));
    }
}
