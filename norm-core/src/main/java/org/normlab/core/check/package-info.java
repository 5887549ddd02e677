/**
 * The oracle, and the check of anyone's backward against it. Nothing here knows a plan or a kernel.
 *
 * <ul>
 *   <li>{@link org.normlab.core.check.Reference}: a normalizer's output from its formula, element by element
 *   <li>{@link org.normlab.core.check.GradientCheck}: its backward against differences, as a {@link org.normlab.core.check.Report}
 *   <li>{@code Quotient}, {@code Side}, {@code Steps}: differences, where their points lie, and how far apart
 *   <li>{@code Scattered}: weight and bias at values that hide no fault
 *   <li>{@code Coordinates}, {@code Sum}: places along axes, and sums that keep their rounding errors
 * </ul>
 */
@NullMarked
package org.normlab.core.check;

import org.jspecify.annotations.NullMarked;
