/**
 * The passes over flat arrays: how a tensor is cut, in which order its sums are taken, and the arithmetic in plain loops and in hardware
 * vectors.
 *
 * <ul>
 *   <li>{@link org.normlab.core.kernel.Plan}: the memory pattern of a reduction; {@link org.normlab.core.kernel.Flat} and
 *       {@link org.normlab.core.kernel.View}: arrays of either type
 *   <li>{@link org.normlab.core.kernel.Forward} and {@link org.normlab.core.kernel.Backward}: what a pass works on;
 *       {@code ForwardStage} and {@code BackwardStage}: what it does with a unit; {@link org.normlab.core.kernel.Sweep}: in which
 *       order; {@code Cut} and {@code Shards}: in how many parts, which are a {@code Round} for the {@code Team} of threads
 *   <li>{@code Layout}, of {@code Rows} or {@code Columns}: how units are cut into a {@code Block} after the other
 *   <li>{@code Kernel}: the arithmetic over a block, along rows, along rows with a weight an element, down columns, and down columns whose rows
 *       have a weight each; {@code Scalar...} defines it, {@code Vector...} does the same in {@code Lanes};
 *       {@link org.normlab.core.kernel.Kernels} chooses; {@code PreparedKernel}, {@code WarmUp}, {@code Drill} and {@code ApartKernel}: vectors
 *       from when they are compiled on, and as they were compiled; {@code ShiftingKernel} and {@code Unshifted}: without the subtraction of a
 *       centre that is 0; each choice is a {@code ChosenKernel}
 *   <li>{@code Coefficients} of the lines of a block, {@code Scratch} of a thread, {@link org.normlab.core.kernel.Parameters},
 *       {@link org.normlab.core.kernel.ParameterSums} and {@code PartSums}: what kernels apply and add up
 *   <li>{@link org.normlab.core.kernel.Statistics}, {@link org.normlab.core.kernel.Centring} and {@link org.normlab.core.kernel.Spread}: what
 *       is measured, about what, and what becomes of it; {@code Sums}, {@code SumPairs} and {@code ExactMean}: without loss of digits
 * </ul>
 */
@NullMarked
package org.normlab.core.kernel;

import org.jspecify.annotations.NullMarked;
