package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.report.text.Csv;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/** What is said of results that are known. */
class AnswerTest {
    private static final List<String> NORMS = List.of("none", "batch", "layer", "group");

    /** At batch size 2 every norm beats batch norm, at 8 layer norm is only a little lower, at 64 batch norm wins. */
    private static final Map<Integer, Map<String, Double>> ERRORS = Map.of(
            2, Map.of("none", 0.06, "batch", 0.5, "layer", 0.07, "group", 0.08),
            8, Map.of("none", 0.09, "batch", 0.08, "layer", 0.078, "group", 0.09),
            64, Map.of("none", 0.12, "batch", 0.05, "layer", 0.06, "group", 0.08));

    private final Question full = Staged.question(Tier.FULL, List.of("mlp"), NORMS, List.of(2, 8, 64));

    /** By how much the differences from batch norm go up and down. */
    private static final Map<Integer, Double> SPREADS = Map.of(2, 0.01, 8, 0.03, 64, 0.004);

    private static double error(Trial trial) {
        String norm = trial.get(Fields.NORM);
        int batch = trial.get(Fields.BATCH_SIZE);
        double spread = norm.equals("batch") ? 0 : SPREADS.get(batch) * (trial.seed() % 3 - 1);
        return ERRORS.get(batch).get(norm) + 0.001 * (trial.seed() * 7 % 10) + spread;
    }

    @Test
    void aTierThatJudgesSaysWhatHoldsAtEveryBatchSize() {
        assertThat(new Answer(Staged.comparison(full, AnswerTest::error)).lines())
                .isEqualTo("""
                mlp on digits, 10 paired seeds, verdict tier
                batch  lowest median error [range]      against batch norm, mean [97 % interval]
                    2  none       6.75\u00a0% [5.0, 7.6]     −44.1 [−44.6, −43.5] points;
                       lower in 10 of 10 seeds; "lower than the baseline": supported
                    8  batch      8.45\u00a0% [8.0, 8.9]     it is the baseline; next is layer;
                       −0.5 [−2.0, 1.3] points; lower in 7 of 10 seeds;
                       not enough seeds to tell; about 55 more would
                   64  batch      5.45\u00a0% [5.0, 5.9]     it is the baseline; next is layer;
                       0.96 [0.76, 1.20] points; lower in 0 of 10 seeds;
                       "lower than the baseline": contradicted
                batch norm rises at small batches: median error minus group's is 41.7 points at
                  batch 2, −3.3 at batch 64

                some arms lack seeds: --seeds 20 is the second look, and the last
                """.lines().toList());
    }

    @Test
    void theSecondLookIsTheLast() {
        assertThat(new Answer(Staged.comparison(full, AnswerTest::error)).nextLook())
                .isPresent();
        Answer second = new Answer(Staged.comparison(full.withReplicates(20), AnswerTest::error));
        assertThat(String.join(" ", second.lines())).contains("not enough seeds to tell");
        assertThat(second.nextLook()).isEmpty();
    }

    @Test
    void anExploratoryTierSaysWhatWasSeen() {
        Question quick = Staged.question(Tier.QUICK, List.of("mlp"), NORMS, List.of(2, 64));
        assertThat(new Answer(Staged.comparison(quick, AnswerTest::error)).lines())
                .isEqualTo("""
                mlp on digits, 3 paired seeds, exploratory
                batch  lowest median error [range]      against batch norm
                    2  none       6.70\u00a0% [5.0, 7.4]     −44.0 points; lower in 3 of 3 seeds
                   64  batch      5.40\u00a0% [5.0, 5.7]     it is the baseline
                batch norm rises at small batches: median error minus group's is 41.7 points at
                  batch 2, −3.3 at batch 64

                """.lines().toList());
        assertThat(Csv.write(new ReportPage(Staged.comparison(quick, AnswerTest::error), "").summary()))
                .doesNotContain("supported", "contradicted");
    }

    @Test
    void aGuardThatFailsIsSaidInWords() {
        Comparison easy =
                Staged.comparison(full, trial -> trial.get(Fields.NORM).equals("batch") ? 0.04 : 0.001);
        assertThat(new Answer(easy).lines())
                .anySatisfy(line ->
                        assertThat(line).contains("no verdict: the task is too easy to show a difference (G6)"));
    }

    @Test
    void noLineIsLongerThanATerminal() {
        Question wide = Staged.question(
                Tier.FULL, List.of("transformer"), List.of("none", "dynamic-tanh", "layer"), List.of(2, 1024));
        Comparison comparison = Staged.comparison(
                wide,
                trial -> trial.get(Fields.NORM).equals("none") ? 0.999 : 0.1 + 0.07 * trial.seed(),
                trial -> trial.seed() == 3);
        assertThat(new Answer(comparison).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }
}
