/**
 * What a training run is and what became of it: plain values that training, store, statistics and pages share.
 *
 * <p>In reading order: {@link org.normlab.report.trial.Field} (one named entry of a specification: its type, default
 * and range), {@link org.normlab.report.trial.Fields} (all of them), {@link org.normlab.report.trial.Trial} (a value for
 * every field; its id is a digest), {@link org.normlab.report.trial.TrialResult} (the trial,
 * {@link org.normlab.report.trial.Ending how it ended}, {@link org.normlab.report.trial.Measures what was measured},
 * {@link org.normlab.report.trial.Provenance where it came from} and, apart from all that is reproducible,
 * {@link org.normlab.report.trial.Timing how long it took}),
 * {@link org.normlab.report.trial.Release} (which program runs).
 *
 * <p>Not here: grids of trials and their files, running, keeping.
 */
@NullMarked
package org.normlab.report.trial;

import org.jspecify.annotations.NullMarked;
