/**
 * What may be said about one part of a claim, by rules fixed before the first run.
 *
 * <p>In reading order: {@link org.normlab.report.stats.verdict.Looks} (how many replicates, at which level),
 * {@link org.normlab.report.stats.verdict.Evidence} (what was measured), {@link org.normlab.report.stats.verdict.Rule}
 * (what is claimed), {@link org.normlab.report.stats.verdict.Guard} (what forbids a verdict),
 * {@link org.normlab.report.stats.verdict.Judgement} (one pair of network and data) with its
 * {@link org.normlab.report.stats.verdict.Verdict}, {@link org.normlab.report.stats.verdict.PartVerdict} (all pairs). A
 * claim is the list of its parts; there is no word for the whole claim.
 */
@NullMarked
package org.normlab.report.stats.verdict;

import org.jspecify.annotations.NullMarked;
