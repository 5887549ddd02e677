package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * A small part of a network: a function of one tensor with its derivative.
 *
 * <p>Tensors that a piece returns belong to it and stay valid until its next pass. As long as the same tensors come in, a pass
 * allocates nothing.
 */
public interface Piece {

    /**
     * The shape of the output.
     *
     * @param input the shape of an input
     * @return as many examples
     */
    Shape shape(Shape input);

    /**
     * The function.
     *
     * @param x not modified; must stay as it is until the backward pass
     * @param mode what the pass is for
     * @return the output
     */
    Tensor forward(Tensor x, Mode mode);

    /**
     * The derivative at the last forward pass. Adds to the gradients of the parameters.
     *
     * @param dy the gradient of the loss with respect to the output; not modified
     * @return the gradient with respect to the input
     */
    Tensor backward(Tensor dy);

    /**
     * The same as {@link #backward}, but for the first piece of a network that learns: its input needs no gradient.
     *
     * @param dy the gradient of the loss with respect to the output; not modified
     */
    default void backwardToParameters(Tensor dy) {
        backward(dy);
    }

    /**
     * What the piece learns.
     *
     * @return the parameters themselves, in a fixed order
     */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * The pieces that this one consists of.
     *
     * @return itself, unless it is composed
     */
    default Stream<Piece> parts() {
        return Stream.of(this);
    }

    /**
     * How much of each example counts in the passes to come; of no interest to pieces without a time axis.
     *
     * @param lengths the number of steps of each example; read by each pass, not modified
     */
    default void lengths(int... lengths) {}

    /**
     * How large the gradient of the states was in the last backward pass, back through time.
     *
     * @return its norm so many steps before the last, the root of the mean square over examples; empty without a time axis
     */
    default double[] gradientByTime() {
        return new double[0];
    }

    /** Drops the moments gathered by passes with {@link Mode#GATHER}. */
    default void forget() {}

    /**
     * Whether training leaves statistics behind that evaluation uses in place of the batch's.
     *
     * @return false for a piece that is the same in training and evaluation, but for dropout
     */
    default boolean hasRunningMoments() {
        return false;
    }

    /**
     * The fewest values that one statistic was computed over in the last pass on a batch.
     *
     * @return empty without statistics
     */
    default Optional<Long> valuesPerStatistic() {
        return Optional.empty();
    }
}
