package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import org.normlab.report.stats.Interval;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Shareable;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Fields;

/**
 * The table of arms: one row each, those that could not be run as well. Interval (97 %), p (after Holm) and verdict are on
 * {@code points_against_baseline}, where negative is lower; a tier that gives no verdict leaves them empty.
 */
final class Summary {
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
            "failed",
            "test_error_median",
            "test_error_lowest",
            "test_error_highest",
            "points_against_baseline",
            "interval_low",
            "interval_high",
            "lower_than_baseline",
            "p",
            "verdict",
            "seconds_per_step",
            "note");

    private Summary() {}

    /** One row an arm, in the order of the question. */
    static Table of(Comparison comparison, Verdicts verdicts) {
        return new Table(
                HEADER,
                comparison.arms().stream()
                        .map(arm -> row(
                                arm, arm.wasRun() ? Standing.of(comparison, arm) : Optional.empty(), verdicts.on(arm)))
                        .toList());
    }

    private static List<Cell> row(Arm arm, Optional<Standing> standing, Optional<Judgement> judgement) {
        boolean run = arm.wasRun();
        Optional<Interval> interval = judgement.map(j -> j.evidence().interval().negated());
        return List.of(
                Cell.of(arm.network()),
                Cell.of(Shareable.of(arm.trial().get(Fields.DATA))),
                Cell.of(arm.norm()),
                Cell.of(arm.batchSize()),
                arm.valuesPerStatistic().isPresent()
                        ? Cell.of((long) arm.valuesPerStatistic().getAsDouble())
                        : Cell.of(""),
                run ? Cell.of(arm.trial().get(Fields.LEARNING_RATE).doubleValue()) : Cell.of(""),
                Cell.of(run ? (arm.choice().interior() ? "yes" : "no") : ""),
                Cell.of(run ? arm.errors().length : 0),
                Cell.of(arm.diverged()),
                Cell.of(arm.failed()),
                run ? Cell.percent(arm.median()) : Cell.of(""),
                run ? Cell.percent(arm.lowest()) : Cell.of(""),
                run ? Cell.percent(arm.highest()) : Cell.of(""),
                number(standing.map(s -> 0 - s.gains().mean())),
                number(interval.map(Interval::low)),
                number(interval.map(Interval::high)),
                Cell.of(standing.map(s -> s.lower() + " of " + s.gains().size()).orElse("")),
                number(judgement.map(j -> j.evidence().p())),
                Cell.of(judgement.map(VerdictWords::word).orElse("")),
                run ? Cell.of(arm.secondsPerStep()) : Cell.of(""),
                Cell.of(note(arm, judgement)));
    }

    private static Cell number(Optional<Double> value) {
        return value.<Cell>map(Cell::of).orElse(Cell.of(""));
    }

    private static String note(Arm arm, Optional<Judgement> judgement) {
        return arm.refusal()
                .orElse(judgement
                        .map(j -> String.join("; ", VerdictWords.reasons(j)))
                        .orElse(""));
    }
}
