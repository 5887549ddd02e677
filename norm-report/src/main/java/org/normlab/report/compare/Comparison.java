package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normlab.report.study.Finished;
import org.normlab.report.study.Tuning;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * A finished question: its arms in the order of networks, batch sizes and norms, and every trial.
 *
 * @param question what was asked
 * @param arms all arms, those that could not be run as well
 * @param results every trial, tuning included
 */
public record Comparison(Question question, List<Arm> arms, List<TrialResult> results) {

    /**
     * Copies the lists.
     *
     * @param question what was asked
     * @param arms all arms, those that could not be run as well
     * @param results every trial, tuning included
     */
    public Comparison {
        arms = List.copyOf(arms);
        results = List.copyOf(results);
    }

    /**
     * Collects the trials of a question.
     *
     * @param question what was asked
     * @param finished where all its trials are
     * @return the arms
     */
    public static Comparison of(Question question, Finished finished) {
        return collected(question, finished.remembered());
    }

    private static Comparison collected(Question question, Finished finished) {
        Tuning tuning = new Tuning(question.study());
        List<TrialResult> results = tuning.plan(finished).stream()
                .flatMap(trial -> finished.of(trial).stream())
                .toList();
        Map<String, List<TrialResult>> byArm = results.stream()
                .filter(result -> !result.trial().phase().equals(question.tier().phase()))
                .collect(Collectors.groupingBy(result -> result.trial().arm()));
        List<Arm> arms = new ArrayList<>();
        tuning.choices(finished).forEach((arm, choice) -> {
            Trial chosen = arm.with(Fields.LEARNING_RATE, choice.rate());
            List<TrialResult> tuned = byArm.getOrDefault(chosen.arm(), List.of());
            arms.add(new Arm(chosen, choice, tuned, replicates(question, chosen, finished)));
        });
        return new Comparison(question, arms, results);
    }

    private static List<TrialResult> replicates(Question question, Trial chosen, Finished finished) {
        return IntStream.range(0, question.replicates())
                .mapToObj(i -> chosen.with(Fields.REPLICATE, question.tier().phase() + "-" + i))
                .flatMap(trial -> finished.of(trial).stream())
                .toList();
    }

    /**
     * The arms of one network at one batch size that could be run.
     *
     * @param network kind of network
     * @param batchSize samples in one step
     * @return in the order of the norms
     */
    public List<Arm> arms(String network, int batchSize) {
        return run().filter(arm -> arm.network().equals(network) && arm.batchSize() == batchSize)
                .toList();
    }

    /**
     * The arms of one network with one norm that could be run.
     *
     * @param network kind of network
     * @param norm the normalizer
     * @return by ascending batch size
     */
    public List<Arm> arms(String network, String norm) {
        return run().filter(arm -> arm.network().equals(network) && arm.norm().equals(norm))
                .sorted(Comparator.comparingInt(Arm::batchSize))
                .toList();
    }

    private Stream<Arm> run() {
        return arms.stream().filter(Arm::wasRun);
    }

    /**
     * The arm of the baseline beside others.
     *
     * @param network kind of network
     * @param batchSize samples in one step
     * @return empty if the baseline is not among the norms or could not be run
     */
    public Optional<Arm> baseline(String network, int batchSize) {
        return arms(network, batchSize).stream()
                .filter(arm -> arm.norm().equals(Family.of(network).baseline()))
                .findFirst();
    }

    /**
     * What was asked for but cannot be run, and why.
     *
     * @return a line for each norm and network, with the batch sizes if it is not all
     */
    public List<String> refusals() {
        Map<String, List<Integer>> sizes = new LinkedHashMap<>();
        arms.forEach(arm -> arm.refusal()
                .ifPresent(reason -> sizes.computeIfAbsent(
                                arm.norm() + " on " + arm.network() + ": " + reason, key -> new ArrayList<>())
                        .add(arm.batchSize())));
        return sizes.entrySet().stream()
                .map(e -> e.getKey()
                        + (e.getValue().size() < question.batchSizes().size() ? " (batch " + e.getValue() + ")" : ""))
                .toList();
    }

    /**
     * Trials that stopped being finite, tuning included.
     *
     * @return their number
     */
    public long diverged() {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.DIVERGED)
                .count();
    }

    /**
     * Trials that the machine, not the arm, made fail.
     *
     * @return their number
     */
    public long failed() {
        return results.stream()
                .filter(result -> result.outcome().dependsOnMachine())
                .count();
    }
}
