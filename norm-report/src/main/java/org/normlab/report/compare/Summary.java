package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Fields;

/** The table of arms: one row each, those that could not be run as well. */
public final class Summary {
    private static final List<String> HEADER = List.of(
            "network",
            "data",
            "norm",
            "batch_size",
            "values_per_statistic",
            "learning_rate",
            "learning_rate_interior",
            "seeds",
            "diverged",
            "test_error_median",
            "test_error_lowest",
            "test_error_highest",
            "points_against_baseline",
            "lower_than_baseline",
            "seconds_per_step",
            "note");

    private Summary() {}

    /**
     * The table.
     *
     * @param comparison finished
     * @return one row an arm, in the order of the question
     */
    public static Table of(Comparison comparison) {
        return new Table(
                HEADER,
                comparison.arms().stream().map(arm -> row(comparison, arm)).toList());
    }

    private static List<Cell> row(Comparison comparison, Arm arm) {
        boolean run = arm.refusal().isEmpty() && !arm.results().isEmpty();
        Optional<Standing> standing = run ? Standing.of(comparison, arm) : Optional.empty();
        return List.of(
                Cell.of(arm.network()),
                Cell.of(arm.trial().get(Fields.DATA)),
                Cell.of(arm.norm()),
                Cell.of(arm.batchSize()),
                arm.valuesPerStatistic().isPresent()
                        ? Cell.of((long) arm.valuesPerStatistic().getAsDouble())
                        : Cell.of(""),
                run ? Cell.of(arm.trial().get(Fields.LEARNING_RATE).doubleValue()) : Cell.of(""),
                Cell.of(run ? (arm.choice().interior() ? "yes" : "no") : ""),
                Cell.of(run ? arm.results().size() : 0),
                Cell.of(arm.diverged()),
                run ? Cell.percent(arm.median()) : Cell.of(""),
                run ? Cell.percent(arm.lowest()) : Cell.of(""),
                run ? Cell.percent(arm.highest()) : Cell.of(""),
                standing.<Cell>map(s -> Cell.of(-s.gains().mean())).orElse(Cell.of("")),
                Cell.of(standing.map(s -> s.lower() + " of " + s.gains().size()).orElse("")),
                run ? Cell.of(arm.secondsPerStep()) : Cell.of(""),
                Cell.of(arm.refusal().orElse("")));
    }
}
