package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.normlab.report.stats.verdict.Guard;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Verdict;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/** What the machine made fail is no result of the arm. */
class FailedTrialsTest {
    private final Question question =
            Staged.question(Tier.FULL, List.of("mlp"), List.of("batch", "layer", "group"), List.of(8));

    private Comparison comparison(Predicate<Trial> killed) {
        return Staged.comparison(question, FailedTrialsTest::error, killed);
    }

    private static double error(Trial trial) {
        return (trial.get(Fields.NORM).equals("batch") ? 0.3 : 0.1) + 0.001 * (trial.seed() * 7 % 10);
    }

    private static boolean isLayer(Trial trial, String phase) {
        return trial.get(Fields.NORM).equals("layer") && trial.phase().equals(phase);
    }

    private static Judgement judgement(Comparison comparison, String norm) {
        Arm arm = comparison.arms("mlp", norm).get(0);
        return Verdicts.of(comparison).on(arm).orElseThrow();
    }

    @Test
    void everyResultIsAskedForOnce() {
        List<Trial> asked = new ArrayList<>();
        Comparison.of(question, trial -> {
            asked.add(trial);
            return Optional.of(Staged.ended(trial, 0.1));
        });
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aRunThatWasKilledIsLeftOutOfItsPairAndForbidsTheVerdict() {
        Comparison comparison = comparison(trial -> isLayer(trial, "verdict") && trial.seed() == 3);
        Arm layer = comparison.arms("mlp", "layer").get(0);
        assertThat(layer.highest()).isLessThan(0.2);
        assertThat(layer.diverged()).isZero();
        Standing standing = Standing.of(comparison, layer).orElseThrow();
        assertThat(standing.gains().size()).isEqualTo(question.replicates() - 1);
        assertThat(standing.gains().mean()).isCloseTo(20, within(1e-9));
        assertThat(judgement(comparison, "layer").failed()).isEqualTo(Set.of(Guard.REPLICATES));
        assertThat(judgement(comparison, "group").verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aTuningRunThatWasKilledForbidsTheVerdictToo() {
        Comparison comparison = comparison(trial -> isLayer(trial, "tune") && trial.seed() == 0);
        assertThat(judgement(comparison, "layer").failed()).contains(Guard.REPLICATES);
        assertThat(new Charts(comparison, "mlp").learningRates().get(0).svg())
                .isEqualTo(new Charts(comparison(trial -> false), "mlp")
                        .learningRates()
                        .get(0)
                        .svg());
    }

    @Test
    void anArmWithoutARunIsCountedButNotCompared() {
        Comparison comparison = comparison(trial -> isLayer(trial, "verdict"));
        assertThat(comparison.arms("mlp", "layer")).isEmpty();
        assertThat(comparison.failed()).isEqualTo(question.replicates());
        assertThat(new Answer(comparison).lines())
                .anySatisfy(line -> assertThat(line).startsWith("10 of 111 trials failed on this machine"));
        assertThat(new ReportPage(comparison, "").page().html()).contains("trials failed on this machine");
    }
}
