package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Csv;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Release;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.TrialResult;

class ReportPageTest {
    private static final List<String> NORMS = List.of("none", "batch", "layer", "instance");

    private final Question question = new Question(
            Tier.FULL, List.of("mlp"), NORMS, List.of(8), 12, new Question.Source("/home/someone/my.csv", 1));

    private final Comparison comparison = Staged.comparison(
            question, trial -> (trial.get(Fields.NORM).equals("layer") ? 0.1 : 0.3) + 0.001 * (trial.seed() * 7 % 10));

    private final ReportPage page = new ReportPage(comparison, "./norm compare");

    @Test
    void namesItsProgramAndNoFolderOfTheMachine() {
        String html = page.page().html();
        assertThat(html).contains(Release.name(), "norm 1", "my.csv").doesNotContain("/home", "someone");
    }

    @Test
    void namesTheMachinesOfTheTrialsAndNotItsOwn() {
        Comparison elsewhere = Comparison.of(
                question,
                trial -> Optional.of(Staged.ended(trial, 0.1)
                        .timed(new Timing(
                                1,
                                new TreeMap<>(Map.of(
                                        "processor",
                                        trial.seed() == 0 ? "Abacus 1" : "Abacus 2",
                                        Timing.START,
                                        "2031-01-0" + (1 + trial.seed() % 5) + "T00:00:00Z"))))));
        assertThat(new ReportPage(elsewhere, "").page().html())
                .contains("Abacus 1; Abacus 2", "2031-01-01T00:00:00Z; 2031-01-05T00:00:00Z")
                .doesNotContain(System.getProperty("java.vendor"));
    }

    @Test
    void refusalsNameNoFolderOfTheMachine() {
        Ending end = new Ending(Outcome.SKIPPED, "/home/someone/my.csv: line 2 = q is no number; mend it");
        ReportPage refused = new ReportPage(
                Comparison.of(question, trial -> Optional.of(TrialResult.without(trial, end))), "./norm compare");
        assertThat(refused.page().html() + Csv.write(refused.summary()))
                .contains("my.csv: line 2")
                .doesNotContain("/home", "someone");
    }

    @Test
    void judgesEveryArm() {
        Table verdicts = VerdictTable.of(comparison, Verdicts.of(comparison));
        assertThat(Csv.write(verdicts)).isEqualTo("""
                network,batch size,norm,baseline,points against baseline,97 % interval from,to,p (Holm),lower than the baseline,because
                mlp,8,none,batch norm,0,0,0,1,equivalent,
                mlp,8,layer,batch norm,-20,-20,-20,0.00146484375,supported,
                mlp,8,instance,batch norm,0,0,0,1,equivalent,
                """);
        assertThat(page.page().html()).contains("Verdict on every arm");
    }

    @Test
    void saysWhatTuningAsksOfEachArm() {
        List<String> columns = List.of("0.0625", "yes", "2.00", "9", "12.2", "11.0", "10.0");
        assertThat(RateTable.of(comparison).rows())
                .extracting(row -> row.stream().map(Cell::shown).toList())
                .isEqualTo(NORMS.stream()
                        .map(norm -> Stream.concat(Stream.of("mlp", "8", norm), columns.stream())
                                .toList())
                        .toList());
        assertThat(page.page().html()).contains("What tuning asks of each arm");
    }

    @Test
    void theTableOfArmsHasIntervalsPValuesAndVerdicts() {
        assertThat(Csv.write(page.summary()).lines().map(ReportPageTest::judged))
                .containsExactly(
                        "failed,test_error_median,test_error_lowest,test_error_highest,points_against_baseline,"
                                + "interval_low,interval_high,lower_than_baseline,p,verdict",
                        "0,0.3045,0.3,0.309,0,0,0,0 of 12,1,equivalent",
                        "0,0.3045,0.3,0.309,,,,,,",
                        "0,0.10450000000000001,0.1,0.10900000000000001,-20,-20,-20,12 of 12,0.00146484375,supported",
                        "0,0.3045,0.3,0.309,0,0,0,0 of 12,1,equivalent");
    }

    /** The columns from the failed runs to the verdict. */
    private static String judged(String row) {
        return String.join(",", List.of(row.split(",", -1)).subList(9, 19));
    }
}
