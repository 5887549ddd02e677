/**
 * The laws that a normalizer keeps, checked on generated inputs.
 *
 * <ol>
 *   <li>{@link org.normlab.report.cli.law.Laws}: all of them, in order
 *   <li>{@link org.normlab.report.cli.law.Law}: a statement, when it is off, and how one input is tested
 *   <li>{@code Sample}: a variant made for one shape, with moved parameters and an input
 *   <li>{@link org.normlab.report.cli.law.Finding}: the worst element of a test
 *   <li>{@link org.normlab.report.cli.law.Verdict}: a law on many inputs
 *   <li>{@code FormLaws, GradientLaws, IndependenceLaws, MaskLaws, PurityLaws}: the tests
 * </ol>
 */
@NullMarked
package org.normlab.report.cli.law;

import org.jspecify.annotations.NullMarked;
