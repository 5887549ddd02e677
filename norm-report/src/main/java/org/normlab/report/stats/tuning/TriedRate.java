package org.normlab.report.stats.tuning;

import org.apache.commons.statistics.descriptive.Median;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * One learning rate of one arm, over the tuning replicates.
 *
 * @param learningRate above 0
 * @param error the median validation error in percent; a diverged replicate counts as {@value #WORST}
 * @param loss the mean validation loss; infinite if a replicate diverged
 * @param diverged the share of replicates that diverged
 */
public record TriedRate(double learningRate, double error, double loss, double diverged) {
    /** The error of a diverged replicate, in percent. */
    public static final double WORST = 100;

    /**
     * Scores a learning rate. A replicate whose error or loss is not finite has diverged.
     *
     * @param learningRate above 0
     * @param errors validation errors in percent, one a replicate; not modified
     * @param losses validation losses, one a replicate; not modified
     * @return the score
     * @throws NormException OPTION if the learning rate is not positive, SHAPE if there are not as many errors as
     *     losses
     */
    public static TriedRate of(double learningRate, double[] errors, double[] losses) {
        if (!(learningRate > 0)) {
            throw NormException.about(Kind.OPTION, "TriedRate", "learningRate", learningRate)
                    .because("is not positive", "use 0.1, say");
        }
        if (errors.length != losses.length || errors.length == 0) {
            throw NormException.about(Kind.SHAPE, "TriedRate", "errors", errors.length)
                    .because("do not match " + losses.length + " losses", "give one of each for every replicate");
        }
        return score(learningRate, errors.clone(), losses);
    }

    /** Overwrites the errors of diverged replicates. */
    private static TriedRate score(double learningRate, double[] errors, double[] losses) {
        double diverged = 0;
        double lossSum = 0;
        for (int i = 0; i < errors.length; i++) {
            boolean finite = Double.isFinite(errors[i]) && Double.isFinite(losses[i]);
            errors[i] = finite ? errors[i] : WORST;
            diverged += finite ? 0 : 1;
            lossSum += finite ? losses[i] : Double.POSITIVE_INFINITY;
        }
        double median = Median.withDefaults().evaluate(errors);
        return new TriedRate(learningRate, median, lossSum / errors.length, diverged / errors.length);
    }

    /** Whether this one has the higher error, or the same error and the higher loss. */
    boolean isWorseThan(TriedRate other) {
        return error > other.error || (error == other.error && loss > other.loss);
    }
}
