package org.normlab.report.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * Plans a study: first every arm's learning rate is chosen on tuning replicates, then the arm is run at that rate on fresh
 * replicates.
 *
 * <p>Arms that differ only in their norm are compared, so they get the same rates: when the best rate of one lies at an end
 * of the grid, all are extended on that side by two points, until every best rate is interior or the grid reaches 2^-20 or
 * 2^8. Only verdict studies extend; the grid of an exploratory one is fixed, so that its cost is. A study without tuning
 * replicates runs every rate on every replicate.
 *
 * @param study the study
 */
public record Tuning(Study study) implements Planner {
    private static final int EXTENSION = 2;

    /** What arms that are compared with each other may differ in, beside learning rate and replicate. */
    private static final Set<Field<?>> COMPARED = Set.of(
            Fields.NORM,
            Fields.NORM_OPTIONS,
            Fields.DEFINITION,
            Fields.INITIALIZATION,
            Fields.RUNNING_RULE,
            Fields.LEARNING_RATE,
            Fields.REPLICATE);

    @Override
    public List<Trial> plan(Finished finished) {
        List<Trial> plan = new ArrayList<>();
        for (List<Trial> arms : comparisons()) {
            plan.addAll(study.replicates().tuning() == 0 ? everyRate(arms) : tuned(arms, finished));
        }
        return plan;
    }

    /**
     * The learning rates that tuning has settled on so far.
     *
     * @param finished the results so far; not modified
     * @return a choice for each arm of a comparison whose tuning is finished, in the order of the study; empty if the
     *     study does not tune
     */
    public Map<Trial, Choice> choices(Finished finished) {
        Map<Trial, Choice> choices = new LinkedHashMap<>();
        if (study.replicates().tuning() > 0) {
            comparisons().forEach(arms -> choices.putAll(new Comparison(arms, finished).choices()));
        }
        return choices;
    }

    private Collection<List<Trial>> comparisons() {
        return study.arms().stream()
                .collect(Collectors.groupingBy(
                        arm -> arm.textWithout(COMPARED), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private List<Trial> everyRate(List<Trial> arms) {
        return arms.stream()
                .flatMap(arm -> atRates(arm, study.rates().of(arm)).stream())
                .flatMap(arm -> study.replicates().counting(arm).stream())
                .toList();
    }

    private static List<Trial> atRates(Trial arm, List<Double> rates) {
        return rates.stream().map(rate -> arm.with(Fields.LEARNING_RATE, rate)).toList();
    }

    private List<Trial> tuned(List<Trial> arms, Finished finished) {
        Comparison comparison = new Comparison(arms, finished);
        List<Trial> plan = new ArrayList<>(comparison.trials);
        comparison
                .choices()
                .forEach((arm, choice) ->
                        plan.addAll(study.replicates().counting(arm.with(Fields.LEARNING_RATE, choice.rate()))));
        return plan;
    }

    /** Arms that share their rates, extended as far as the finished results demand. */
    private final class Comparison {
        private final List<Trial> arms;
        private final Finished finished;
        private List<Double> rates;
        private List<Trial> trials;

        Comparison(List<Trial> arms, Finished finished) {
            this.arms = arms;
            this.finished = finished;
            rates = study.rates().of(arms.get(0));
            trials = trials();
            while (complete() && extended()) {
                trials = trials();
            }
        }

        private List<Trial> trials() {
            return arms.stream()
                    .flatMap(arm -> atRates(arm, rates).stream())
                    .flatMap(arm -> study.replicates().tuning(arm).stream())
                    .toList();
        }

        private boolean complete() {
            return trials.stream().allMatch(trial -> finished.of(trial).isPresent());
        }

        /** Extends the rates if a best one lies at an end that may move. */
        private boolean extended() {
            int before = rates.size();
            Collection<Choice> choices = settled().values();
            if (study.replicates().extendsRates() && choices.stream().anyMatch(Choice::wantsLower)) {
                rates = Rates.below(rates, EXTENSION);
            }
            if (study.replicates().extendsRates() && choices.stream().anyMatch(Choice::wantsHigher)) {
                rates = Rates.above(rates, EXTENSION);
            }
            return rates.size() > before;
        }

        Map<Trial, Choice> choices() {
            return complete() ? settled() : Map.of();
        }

        private Map<Trial, Choice> settled() {
            Map<Trial, Choice> choices = new LinkedHashMap<>();
            for (Trial arm : arms) {
                choices.put(
                        arm,
                        new Choice(atRates(arm, rates).stream()
                                .map(at -> Score.of(study.replicates().tuning(at), finished))
                                .toList()));
            }
            return choices;
        }
    }
}
