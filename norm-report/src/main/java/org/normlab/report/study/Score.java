package org.normlab.report.study;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * How well one learning rate did on the tuning replicates.
 *
 * @param rate the learning rate
 * @param error median validation error; a trial that did not end well counts as 1
 * @param loss mean validation loss; infinite if a trial did not end well
 * @param ran whether any trial was run to an end that does not depend on the machine
 */
record Score(double rate, double error, double loss, boolean ran) {

    /** The score of the same arm and rate on several replicates, all of them finished. */
    static Score of(List<Trial> replicates, Finished finished) {
        List<TrialResult> results = replicates.stream()
                .map(trial -> finished.of(trial).orElseThrow())
                .toList();
        double[] errors = results.stream()
                .mapToDouble(result -> good(result, Measures.VALIDATION_ERROR).orElse(1))
                .toArray();
        double loss = results.stream()
                .mapToDouble(result -> good(result, Measures.VALIDATION_LOSS).orElse(Double.POSITIVE_INFINITY))
                .sum();
        boolean ran = results.stream().anyMatch(Score::ran);
        return new Score(replicates.get(0).get(Fields.LEARNING_RATE), median(errors), loss / results.size(), ran);
    }

    private static OptionalDouble good(TrialResult result, String name) {
        OptionalDouble number = result.number(name);
        boolean usable = result.outcome() == Outcome.OK && number.isPresent() && !Double.isNaN(number.getAsDouble());
        return usable ? number : OptionalDouble.empty();
    }

    private static boolean ran(TrialResult result) {
        return result.outcome() == Outcome.OK || result.outcome() == Outcome.DIVERGED;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
