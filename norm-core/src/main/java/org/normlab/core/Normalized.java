package org.normlab.core;

import java.util.Map;

/** A finished forward pass: its output, the statistics it used, and its backward. */
public interface Normalized {

    /**
     * The output.
     *
     * @return a tensor of the input's shape
     */
    Tensor output();

    /**
     * The statistics of the input that the output was made with.
     *
     * @return one statistic for each position of the kept axes, in memory order; empty moments if the variant has none
     */
    Moments moments();

    /**
     * The values that the state of a {@link Stateful} normalizer has after this pass.
     *
     * @return tensors by name; empty for the others
     */
    default Map<String, Tensor> state() {
        return Map.of();
    }

    /**
     * Gradients that fit this pass, for use and reuse with {@link #backward(Tensor, Gradients)}.
     *
     * @return gradients of zero
     */
    Gradients gradients();

    /**
     * The gradients of a loss.
     *
     * @param dy the gradient of the loss with respect to the output, in its shape; not modified
     * @return new gradients
     * @throws NormException SHAPE if dy has another shape
     */
    default Gradients backward(Tensor dy) {
        return backward(dy, gradients());
    }

    /**
     * The gradients of a loss, written over existing ones. Threads may share a pass, each with a target of its own.
     *
     * @param dy the gradient of the loss with respect to the output; not modified unless it is also the gradient of the input
     * @param target from {@link #gradients}; overwritten
     * @return the target
     * @throws NormException SHAPE if dy or a gradient in the target has another shape; OPTION if the gradient of the input shares some
     *     elements but not all with dy or the input
     */
    Gradients backward(Tensor dy, Gradients target);

    /**
     * Runs the forward pass again on the present contents of the same input, parameters and output tensors, and overwrites output
     * and statistics. A training step that reuses its tensors allocates nothing.
     *
     * @return this
     */
    Normalized again();
}
