/**
 * What a tuned learning rate is worth: {@link org.normlab.report.stats.tuning.GoodRegion} (how many rates are about as good as
 * the best), {@link org.normlab.report.stats.tuning.ExpectedBest} (error against the number of trials).
 *
 * <p>Not here: the choice itself and the extension of the grid, which are part of a study's plan.
 */
@NullMarked
package org.normlab.report.stats.tuning;

import org.jspecify.annotations.NullMarked;
