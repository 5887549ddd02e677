package org.normlab.report.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Comparisons of invented results: tuning finds its optimum at 2^-4, counting replicates have the errors they are told. */
final class Staged {
    private Staged() {}

    static Question question(Tier tier, List<String> networks, List<String> norms, List<Integer> batchSizes) {
        Question question =
                new Question(tier, networks, norms, batchSizes, tier.replicates(), new Question.Source("digits", 1));
        return question.looks().stream()
                .findFirst()
                .map(question::withReplicates)
                .orElse(question);
    }

    /** All trials end well with that test error. */
    static Comparison comparison(Question question, ToDoubleFunction<Trial> error) {
        return Comparison.of(question, trial -> Optional.of(ended(trial, error.applyAsDouble(trial))));
    }

    /** The same, but some trials are killed by the machine. */
    static Comparison comparison(Question question, ToDoubleFunction<Trial> error, Predicate<Trial> killed) {
        return Comparison.of(
                question,
                trial -> Optional.of(killed.test(trial) ? failed(trial) : ended(trial, error.applyAsDouble(trial))));
    }

    static TrialResult ended(Trial trial, double error) {
        double octaves = Math.abs(Math.log(trial.get(Fields.LEARNING_RATE)) / Math.log(2) + 4);
        Map<String, Double> numbers = Map.of(
                Measures.TEST_ERROR,
                error,
                Measures.testErrorUnder("precise"),
                error,
                Measures.testErrorUnder("batch"),
                error,
                Measures.VALIDATION_ERROR,
                Math.min(1, 0.1 + octaves / 100),
                Measures.VALIDATION_LOSS,
                1 + octaves,
                Measures.STEPS,
                10.0);
        return new TrialResult(
                trial,
                Ending.OK,
                new Measures(new TreeMap<>(numbers), List.of()),
                new Provenance(new TreeMap<>(Map.of("data_source", "/home/someone/my.csv", "program", "norm 1"))),
                Timing.NONE);
    }

    static TrialResult failed(Trial trial) {
        return TrialResult.without(trial, new Ending(Outcome.OUT_OF_MEMORY, "Java heap space"));
    }
}
