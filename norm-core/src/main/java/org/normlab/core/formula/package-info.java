/**
 * Normalizations that the kernels do not know, given by their formula in doubles, and what they are made of.
 *
 * <ul>
 *   <li>{@link org.normlab.core.formula.Formula}: a normalizer with a formula of its own
 *   <li>{@link org.normlab.core.formula.Sample}: the input of a formula, with its moments and sums over valid elements
 *   <li>{@link org.normlab.core.formula.Point}, {@link org.normlab.core.formula.Pull}: what it gives forward and backward
 *   <li>{@link org.normlab.core.formula.Slices}: which elements share a statistic, and sums over them
 *   <li>{@link org.normlab.core.formula.Stretches}: consecutive examples, each with a normalizer of their own
 *   <li>{@link org.normlab.core.formula.Mask}: which elements count, on any normalizer
 *   <li>{@link org.normlab.core.formula.Derived}: a normalizer that says what another says, but for its departure
 * </ul>
 */
@NullMarked
package org.normlab.core.formula;

import org.jspecify.annotations.NullMarked;
