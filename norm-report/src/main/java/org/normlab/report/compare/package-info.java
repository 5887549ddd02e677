/**
 * The main job: from a question to an answer.
 *
 * <ul>
 *   <li>{@link org.normlab.report.compare.Tier}: how much is run, and so how much may be said
 *   <li>{@link org.normlab.report.compare.Question}: what is compared; becomes a study
 *   <li>{@link org.normlab.report.compare.Comparison}: the finished trials, arm by arm
 *   <li>{@link org.normlab.report.compare.Arm}: one norm in one network at one batch size
 *   <li>{@link org.normlab.report.compare.Standing}: an arm against the baseline, paired by seed
 *   <li>{@link org.normlab.report.compare.Answer}: the answer in lines of text and in cards
 *   <li>{@link org.normlab.report.compare.Charts}: the charts
 *   <li>{@code Verdicts, VerdictTable}: every arm of a tier that judges, {@code VerdictWords} in words
 *   <li>{@code Summary}: the table of arms, {@code RateTable}: what tuning asks of each
 *   <li>{@link org.normlab.report.compare.ReportPage}: the page
 *   <li>{@link org.normlab.report.compare.ReportFolder}: the files
 * </ul>
 *
 * <p>Not here: training, which {@link org.normlab.report.train} does, and the command line.
 */
@NullMarked
package org.normlab.report.compare;

import org.jspecify.annotations.NullMarked;
