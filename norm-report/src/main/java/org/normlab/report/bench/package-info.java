/**
 * Speed and accuracy beside other libraries. In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.bench.Benchmarks}: the three measurements: passes, training steps, errors
 *   <li>{@link org.normlab.report.bench.Workloads}: variants on the shapes of known networks; a {@link
 *       org.normlab.report.bench.Problem} has values in it
 *   <li>{@link org.normlab.report.bench.Rival}: whoever solves a problem, ours or a {@link org.normlab.report.bench.Peer}'s
 *   <li>{@code Alternation}: how tasks are timed against each other, and why so
 *   <li>{@link org.normlab.report.bench.Truth}: what the results should be
 * </ul>
 *
 * <p>Not here: the peers themselves, which a profile of the build adds and nobody ships.
 */
@NullMarked
package org.normlab.report.bench;

import org.jspecify.annotations.NullMarked;
