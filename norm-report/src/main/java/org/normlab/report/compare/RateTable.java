package org.normlab.report.compare;

import java.util.Arrays;
import java.util.List;
import org.normlab.report.stats.tuning.ExpectedBest;
import org.normlab.report.stats.tuning.GoodRegion;
import org.normlab.report.study.Choice;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

/**
 * How much each arm asks of whoever tunes it, one row an arm: the rate that was chosen, how far it may be missed, and the
 * error to expect of fewer trials.
 */
final class RateTable {
    private static final List<String> HEADER = List.of(
            "network",
            "batch size",
            "norm",
            "learning rate",
            "interior",
            "octaves within 1 point",
            "rates",
            "expected error of 1, %",
            "of 3",
            "of all");

    private static final double PERCENT = 100;

    private RateTable() {}

    static Table of(Comparison comparison) {
        return new Table(
                HEADER,
                comparison.arms().stream()
                        .filter(Arm::wasRun)
                        .map(RateTable::row)
                        .toList());
    }

    private static List<Cell> row(Arm arm) {
        Choice choice = arm.choice();
        double[] rates = choice.rates();
        double[] errors =
                Arrays.stream(choice.errors()).map(error -> PERCENT * error).toArray();
        double[] expected = ExpectedBest.of(errors);
        return List.of(
                Cell.of(arm.network()),
                Cell.of(arm.batchSize()),
                Cell.of(arm.norm()),
                Cell.of(choice.rate()),
                Cell.of(choice.interior() ? "yes" : "no"),
                Cell.of(GoodRegion.octaves(rates, errors, choice.place(), Standing.SESOI)),
                Cell.of(rates.length),
                Cell.of(expected[0]),
                rates.length < 3 ? Cell.of("") : Cell.of(expected[2]),
                Cell.of(expected[rates.length - 1]));
    }
}
