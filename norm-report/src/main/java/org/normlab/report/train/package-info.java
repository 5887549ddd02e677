/**
 * One training run from values to values: no clock, no shared state, every sum in a fixed order. In reading order:
 *
 * <ul>
 *   <li>{@link org.normlab.report.train.Training}: a {@link org.normlab.report.train.Task} to a {@link
 *       org.normlab.report.train.TrainingResult}
 *   <li>{@link org.normlab.report.train.Plan}: batch size, budget, step size, rule
 *   <li>{@link org.normlab.report.train.Optimizer} and its {@link org.normlab.report.train.Rule}s
 *   <li>{@link org.normlab.report.train.Evaluation}: which statistics a trained network is judged with
 * </ul>
 *
 * <p>Not here: data sets, what a trial is called, where results go.
 */
package org.normlab.report.train;
