/**
 * Statistics of trials: pure functions of numbers and seeds. They know no store, no trial and no page.
 *
 * <p>In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.stats.Paired}: differences of two arms by replicate, and their summaries
 *   <li>{@link org.normlab.report.stats.Interval}: low, high, level, and how it was found
 *   <li>{@link org.normlab.report.stats.Bca}: the bootstrap interval that decides
 *   <li>{@link org.normlab.report.stats.SignFlip}: the test that must agree with it
 *   <li>{@link org.normlab.report.stats.Holm}: the correction over the parts judged in one report
 *   <li>{@link org.normlab.report.stats.PairedWins}: P(A better), with {@link org.normlab.report.stats.Wilson}'s
 *       interval
 *   <li>{@link org.normlab.report.stats.TimeToTarget}: speed-ups when some runs never arrive
 *   <li>{@link org.normlab.report.stats.StratifiedBootstrap}: intervals across tasks, for
 *       {@link org.normlab.report.stats.Iqm}, {@link org.normlab.report.stats.PerformanceProfile} and
 *       {@link org.normlab.report.stats.ProbabilityOfImprovement}
 *   <li>{@link org.normlab.report.stats.Rope} and {@link org.normlab.report.stats.StochasticOrder}: secondary
 *       columns that are shown and never decide
 * </ul>
 *
 * <p>The verdict is spoken in {@code stats.verdict}, what tuning was worth in {@code stats.tuning}, and what
 * needs no measurement stands in {@code stats.theory}. Every result has the same bits on every JDK: random draws
 * come from {@code nextLong} alone, elementary functions from {@code StrictMath}.
 */
@NullMarked
package org.normlab.report.stats;

import org.jspecify.annotations.NullMarked;
