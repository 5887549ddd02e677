/**
 * Which trials answer a question, and running them.
 *
 * <p>In reading order: {@link org.normlab.report.study.Study} (a {@link org.normlab.report.study.Grid} of arms,
 * {@link org.normlab.report.study.Rates} and {@link org.normlab.report.study.Replicates}),
 * {@link org.normlab.report.study.StudyFile} (reads one; {@code YamlFile}, {@code Entries}, {@code StudyReader} and
 * {@code Values} are its strict parts), {@link org.normlab.report.study.Planner} and
 * {@link org.normlab.report.study.Tuning} (which trials are needed, given what is
 * {@link org.normlab.report.study.Finished finished}), {@link org.normlab.report.study.Ledger} (what a runner needs of a
 * store), {@link org.normlab.report.study.Runner} (runs what the ledger lacks on all cores; {@code Work} says what is next,
 * {@code Attempt} turns every end into a result, {@code Pace} forecasts the rest) and
 * {@link org.normlab.report.study.Cost} (time and memory before the start).
 *
 * <p>Not here: training one trial, keeping its result, judging results.
 */
@NullMarked
package org.normlab.report.study;

import org.jspecify.annotations.NullMarked;
