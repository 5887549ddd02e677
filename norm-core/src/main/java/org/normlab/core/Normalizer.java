package org.normlab.core;

import java.util.Map;
import java.util.Optional;
import org.normlab.core.kernel.Kernels;

/**
 * A normalization: y = (x − mean)·r·weight + bias with statistics over its reduction axes.
 *
 * <p>A variant states its axes; forward and backward come with the interface. A variant that departs overrides its departure
 * alone. A normalizer keeps no hidden state, so threads and recurrent steps may share one.
 */
public interface Normalizer {

    /**
     * Waits until the compiler has made the vectors of float32, which takes seconds; plain loops of the same bits stand in for them until
     * then. A benchmark calls this first; a program need not. Returns at once if there are no vectors to wait for.
     */
    static void warmUp() {
        Kernels.warmUp();
    }

    /**
     * The axes that one statistic is computed over.
     *
     * @param view the shape as {@link #view} sees it
     * @return at least one axis
     * @throws NormException SHAPE if the variant has no meaning for this shape
     */
    Axes reductionAxes(Shape view);

    /**
     * The input's shape as the variant sees it: groups of channels or examples become axes of their own.
     *
     * @param shape the shape of the input
     * @return a shape of the same elements in the same order
     * @throws NormException SHAPE or OPTION if the variant cannot cut the shape
     */
    default Shape view(Shape shape) {
        return shape;
    }

    /**
     * Weight and bias.
     *
     * @return the affine map after the normalization
     */
    default Affine affine() {
        return Affine.none();
    }

    /**
     * What is added to the variance.
     *
     * @return 1e-5 inside the root unless the variant says otherwise
     */
    default Epsilon epsilon() {
        return Epsilon.inside(1e-5);
    }

    /**
     * What the statistics are measured about.
     *
     * @return the mean unless the variant says otherwise
     */
    default Centre centre() {
        return Centre.MEAN;
    }

    /**
     * The fewest elements that a statistic may be computed over.
     *
     * @return 1 unless the variant says otherwise
     */
    default int fewest() {
        return 1;
    }

    /**
     * Statistics that take the place of the input's, one a channel; they carry no gradient.
     *
     * @return empty unless the variant says otherwise
     */
    default Optional<RunningMoments> given() {
        return Optional.empty();
    }

    /**
     * The variant's name in messages.
     *
     * @return the simple class name
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * The learned parameters by name, such as {@code weight} and {@code bias}.
     *
     * @return the tensors themselves
     */
    default Map<String, Tensor> parameters() {
        return affine().parameters();
    }

    /**
     * Refuses a shape that the variant has no meaning for.
     *
     * @param shape the shape of an input
     * @throws NormException SHAPE, OPTION, or TOO_FEW if its statistics would have fewer than {@link #fewest} elements
     */
    default void check(Shape shape) {
        Passes.check(this, shape);
    }

    /**
     * Normalizes a tensor.
     *
     * @param x not modified
     * @return the output in a new tensor of the same type, its statistics and its backward
     * @throws NormException SHAPE, OPTION or TOO_FEW if the variant has no meaning for this tensor
     */
    default Normalized forward(Tensor x) {
        check(x.shape());
        return forward(x, x.like(x.shape()));
    }

    /**
     * Normalizes a tensor into another.
     *
     * @param x not modified unless it is also the output; then there is no backward
     * @param y overwritten; may be x itself, but must not overlap it in part
     * @return the output, its statistics and its backward
     * @throws NormException SHAPE, OPTION or TOO_FEW if the variant has no meaning for these tensors
     */
    default Normalized forward(Tensor x, Tensor y) {
        return Passes.forward(this, x, y);
    }
}
