package org.normlab.report.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.normlab.report.study.Choice;
import org.normlab.report.text.Shareable;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * One norm in one network at one batch size: all its replicates at the learning rate that was chosen for it.
 *
 * @param trial its specification, with the chosen learning rate
 * @param choice how the learning rate was chosen
 * @param tuning the trials that it was chosen on
 * @param results one a replicate, in the order of the replicates
 */
public record Arm(Trial trial, Choice choice, List<TrialResult> tuning, List<TrialResult> results) {
    /**
     * Copies the lists.
     *
     * @param trial its specification, with the chosen learning rate
     * @param choice how the learning rate was chosen
     * @param tuning the trials that it was chosen on
     * @param results one a replicate, in the order of the replicates
     */
    public Arm {
        tuning = List.copyOf(tuning);
        results = List.copyOf(results);
    }

    /**
     * The kind of network.
     *
     * @return its name
     */
    public String network() {
        return trial.get(Fields.NETWORK);
    }

    /**
     * The normalizer.
     *
     * @return its name
     */
    public String norm() {
        return trial.get(Fields.NORM);
    }

    /**
     * Samples in one step.
     *
     * @return the batch size
     */
    public int batchSize() {
        return trial.get(Fields.BATCH_SIZE);
    }

    /**
     * Why the arm could not be run at all.
     *
     * @return the reason, or empty if it was run
     */
    public Optional<String> refusal() {
        return Stream.concat(tuning.stream(), results.stream())
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .map(result ->
                        Shareable.words(result.ending().reason(), result.trial().get(Fields.DATA)))
                .findFirst();
    }

    /** Those that came to an end of their own: what the machine made fail says nothing of the arm. */
    static List<TrialResult> complete(List<TrialResult> results) {
        return results.stream()
                .filter(result -> !result.outcome().dependsOnMachine())
                .toList();
    }

    /** Whether there is something to compare. */
    boolean wasRun() {
        return refusal().isEmpty() && !complete(results).isEmpty();
    }

    /**
     * Trials that the machine, not the arm, made fail, tuning included.
     *
     * @return their number
     */
    public long failed() {
        return Stream.concat(tuning.stream(), results.stream())
                .filter(result -> result.outcome().dependsOnMachine())
                .count();
    }

    /**
     * The test error of each complete replicate as a share; a run that diverged counts as all wrong.
     *
     * @return one a replicate that the machine did not make fail
     */
    public double[] errors() {
        return errorsByReplicate().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The same by the names of the replicates. */
    Map<String, Double> errorsByReplicate() {
        Map<String, Double> errors = new LinkedHashMap<>();
        complete(results).forEach(result -> errors.put(result.trial().get(Fields.REPLICATE), error(result)));
        return errors;
    }

    private static double error(TrialResult result) {
        return result.outcome() == Outcome.OK
                ? result.number(Measures.TEST_ERROR).orElse(1)
                : 1;
    }

    /**
     * The median test error.
     *
     * @return a share
     */
    public double median() {
        return Medians.of(errors());
    }

    /**
     * The mean test error.
     *
     * @return a share
     */
    public double mean() {
        return Arrays.stream(errors()).average().orElse(Double.NaN);
    }

    /**
     * The lowest test error.
     *
     * @return a share
     */
    public double lowest() {
        return Arrays.stream(errors()).min().orElse(Double.NaN);
    }

    /**
     * The highest test error.
     *
     * @return a share
     */
    public double highest() {
        return Arrays.stream(errors()).max().orElse(Double.NaN);
    }

    /**
     * How many replicates stopped being finite.
     *
     * @return their number
     */
    public long diverged() {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.DIVERGED)
                .count();
    }

    /**
     * The fewest values that one statistic of the norm was computed over in training.
     *
     * @return m, or empty if no run counted it
     */
    public OptionalDouble valuesPerStatistic() {
        return results.stream()
                .map(result -> result.number(Measures.VALUES_PER_STATISTIC))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /**
     * Seconds of one optimizer step, the median over replicates; trials share the machine, so it is a rough figure.
     *
     * @return NaN if no replicate ended well
     */
    public double secondsPerStep() {
        return Medians.of(results.stream()
                .filter(result -> result.outcome() == Outcome.OK)
                .mapToDouble(result -> result.timing().seconds()
                        / result.number(Measures.STEPS).orElse(Double.NaN))
                .toArray());
    }
}
