package org.normlab.report.compare;

import java.util.List;
import org.normlab.report.stats.Interval;
import org.normlab.report.stats.verdict.Evidence;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

/** Every arm that was judged, one row each: how far it lies from its baseline and what may be said of it. */
final class VerdictTable {
    private static final List<String> HEADER = List.of(
            "network",
            "batch size",
            "norm",
            "baseline",
            "points against baseline",
            "97 % interval from",
            "to",
            "p (Holm)",
            "lower than the baseline",
            "because");

    private VerdictTable() {}

    static Table of(Comparison comparison, Verdicts verdicts) {
        return new Table(
                HEADER,
                comparison.arms().stream()
                        .flatMap(arm -> verdicts.on(arm).map(judgement -> row(arm, judgement)).stream())
                        .toList());
    }

    private static List<Cell> row(Arm arm, Judgement judgement) {
        Evidence evidence = judgement.evidence();
        Interval interval = evidence.interval().negated();
        return List.of(
                Cell.of(arm.network()),
                Cell.of(arm.batchSize()),
                Cell.of(arm.norm()),
                Cell.of(Family.of(arm.network()).words()),
                Cell.of(0 - evidence.point()),
                Cell.of(interval.low()),
                Cell.of(interval.high()),
                Cell.of(evidence.p()),
                Cell.of(VerdictWords.word(judgement)),
                Cell.of(String.join("; ", VerdictWords.reasons(judgement))));
    }
}
