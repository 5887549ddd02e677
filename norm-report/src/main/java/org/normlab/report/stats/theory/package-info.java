/**
 * Exact formulas that a report draws beside measured points.
 *
 * <p>{@link org.normlab.report.stats.theory.SmallBatchTheory} (one layer, m values a statistic; {@link
 * org.normlab.report.stats.theory.SmallBatchMeasurement} measures the same on a normalizer),
 * {@link org.normlab.report.stats.theory.DepthTheory} (many layers), {@link
 * org.normlab.report.stats.theory.EffectiveCount} (how much m overstates when the values are correlated).
 */
@NullMarked
package org.normlab.report.stats.theory;

import org.jspecify.annotations.NullMarked;
