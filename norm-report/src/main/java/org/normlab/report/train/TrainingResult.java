package org.normlab.report.train;

import java.util.List;
import java.util.Optional;
import org.normlab.report.trial.Curve;

/**
 * What became of a training run; equal, bit for bit, whenever the same task is run again.
 *
 * @param initialLoss mean loss on the first 2048 training samples before the first step, with statistics of batches, in nats
 * @param steps how many steps were taken
 * @param curve points evenly spaced over the budget
 * @param scores one for each evaluation asked for, in order; empty after a divergence
 * @param profiles curves along sequences; empty for other data and after a divergence
 * @param valuesPerStatistic the fewest values that one statistic was computed over in training; empty without statistics
 * @param divergence where the run stopped being finite, if it did
 */
public record TrainingResult(
        double initialLoss,
        long steps,
        List<Point> curve,
        List<Scores> scores,
        List<Curve> profiles,
        Optional<Long> valuesPerStatistic,
        Optional<Divergence> divergence) {

    /**
     * One point of the learning curves.
     *
     * @param samples samples seen so far
     * @param trainLoss mean loss of the batches since the last point, in nats
     * @param validation how well the network does on the validation samples with its running moments
     */
    public record Point(long samples, double trainLoss, Score validation) {}

    /**
     * The scores of the trained network under one evaluation.
     *
     * @param train on the first 2048 training samples
     * @param validation on the validation samples
     * @param test on the test samples
     */
    public record Scores(Score train, Score validation, Score test) {}

    /**
     * The first thing that was not finite.
     *
     * @param step the step, from 0
     * @param tensor the name of a parameter, or {@code loss}
     */
    public record Divergence(long step, String tensor) {}
}
