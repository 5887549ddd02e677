package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

class ResultTableTest {
    private final TrialResult good = Results.result(
                    Results.trial(7).with(Fields.NORM_OPTIONS, new TreeMap<>(Map.of("groups", 8.0, "eps", 0.125))))
            .timed(new Timing(1.5, new TreeMap<>()));
    private final TrialResult bad = Results.failed(Results.trial(3));
    private final Table table = ResultTable.of(List.of(good, bad));

    @Test
    void theFirstColumnsAreFixed() {
        assertThat(table.header())
                .startsWith("trial_id", "network", "data", "norm", "batch_size", "learning_rate", "seed", "outcome")
                .containsSubsequence("test_error", "train_error", "steps", "seconds")
                .doesNotHaveDuplicates();
    }

    @Test
    void aRowHasTextsWholeAndRealNumbers() {
        assertThat(table.rows().get(0))
                .startsWith(
                        Cell.of(good.trial().id()), Cell.of("mlp"), Cell.of("digits"), Cell.of("batch"), Cell.of(32))
                .contains(Cell.of(0.0625), Cell.of(7), Cell.of("OK"), Cell.of(1.5), Cell.of("eps=0.125 groups=8"));
        assertThat(table.rows().get(1)).contains(Cell.of("ERROR"), Cell.of(""), Cell.of("of a reason"));
    }

    @Test
    void noFolderOfTheMachineLeavesWithTheTable() {
        Trial trial = Results.trial(3).with(Fields.DATA, "/home/alice b/x.csv:NC");
        Ending end = new Ending(Outcome.SKIPPED, "/home/alice b/x.csv: line 2 = q is no number; mend it");
        assertThat(ResultTable.of(List.of(TrialResult.without(trial, end)))
                        .rows()
                        .get(0))
                .contains(Cell.of("x.csv:NC"), Cell.of("x.csv: line 2 = q is no number; mend it"));
    }

    @Test
    void theCanonicalTableHasNeitherTimeNorOrder() {
        Table canonical = ResultTable.canonical(List.of(good, bad));
        assertThat(canonical).isEqualTo(ResultTable.canonical(List.of(bad, good)));
        assertThat(canonical.header())
                .doesNotContain("seconds")
                .hasSize(table.header().size() - 1);
        assertThat(canonical.rows())
                .isSortedAccordingTo(
                        (a, b) -> a.get(0).exact().compareTo(b.get(0).exact()));
    }
}
