/**
 * Tensors with named axes, and what every normalization shares: statistics over axes, one forward, one backward.
 *
 * <ul>
 *   <li>{@link org.normlab.core.Tensor}, {@link org.normlab.core.Shape}, {@link org.normlab.core.Axes}: arrays, the roles of their axes, sets
 *       of axes
 *   <li>{@link org.normlab.core.Normalizer}: axes, {@link org.normlab.core.Centre}, {@link org.normlab.core.Epsilon} and
 *       {@link org.normlab.core.Affine}; its forward gives a {@link org.normlab.core.Normalized}, whose backward gives
 *       {@link org.normlab.core.Gradients}
 *   <li>{@link org.normlab.core.Stateful}, {@link org.normlab.core.Tracked}: normalizers with a state, and with running statistics
 *   <li>{@link org.normlab.core.Moments}: mean and variance, merged exactly; {@link org.normlab.core.RunningMoments}: how they are
 *       followed, by which {@link org.normlab.core.RunningRule}
 *   <li>{@link org.normlab.core.NormException}: what every refusal is
 *   <li>{@code Passes}, {@code Pass}, {@code Widened}: from a normalizer and a tensor to a run of the kernels
 * </ul>
 */
@NullMarked
package org.normlab.core;

import org.jspecify.annotations.NullMarked;
