/**
 * The learning rate, tuned for every arm alike: {@link org.normlab.report.stats.tuning.TriedRate} (one learning rate),
 * {@link org.normlab.report.stats.tuning.LearningRateCurve} (one arm: the best, whether it is interior, how to extend),
 * {@link org.normlab.report.stats.tuning.ExpectedBest} (error against the number of trials).
 */
@NullMarked
package org.normlab.report.stats.tuning;

import org.jspecify.annotations.NullMarked;
