package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.report.stats.verdict.Guard;
import org.normlab.report.study.Study;
import org.normlab.report.study.Tuning;
import org.normlab.report.trial.Trial;

class QuestionTest {
    private static final List<String> NETWORKS = List.of("mlp", "cnn");
    private static final List<String> NORMS = List.of("none", "batch", "layer", "group", "instance", "rms");

    private static Question question(Tier tier, List<Integer> batchSizes) {
        return Staged.question(tier, NETWORKS, NORMS, batchSizes);
    }

    @Test
    void everyQuestionHasAStudyOfItsOwnName() {
        Question question = question(Tier.QUICK, List.of(2, 8));
        Stream<Question> others = Stream.of(
                question(Tier.STANDARD, List.of(2, 8)),
                question(Tier.QUICK, List.of(2)),
                question.withReplicates(4),
                Staged.question(Tier.QUICK, List.of("mlp"), NORMS, List.of(2, 8)));
        String name = question.study().name();
        assertThat(name)
                .matches("compare-[0-9a-f]{12}")
                .isEqualTo(question(Tier.QUICK, List.of(2, 8)).study().name());
        assertThat(others.map(Question::study).map(Study::name))
                .doesNotHaveDuplicates()
                .doesNotContain(name);
    }

    @Test
    void moreSeedsKeepEveryTrial() {
        Question question = question(Tier.QUICK, List.of(8));
        Set<Trial> more = new HashSet<>(trials(question.withReplicates(5)));
        assertThat(more).hasSizeGreaterThan(trials(question).size()).containsAll(trials(question));
    }

    private static List<Trial> trials(Question question) {
        return new Tuning(question.study()).plan(trial -> Optional.of(Staged.ended(trial, 0.1)));
    }

    @Test
    void aVerdictTakesMoreSeedsForMoreArms() {
        assertThat(question(Tier.FULL, List.of(2, 4, 8, 16, 32, 64)).replicates())
                .isEqualTo(12);
        Question wide = question(Tier.FULL, List.of(2, 4, 8, 16, 32, 64, 128));
        assertThat(wide.replicates()).isEqualTo(13);
        assertThat(Guard.tooFewReplicates(wide.replicates(), 2 * 7 * 5)).isFalse();
        assertThat(Guard.tooFewReplicates(wide.replicates() - 1, 2 * 7 * 5)).isTrue();
        assertThat(wide.looks()).containsExactly(13, 26);
        assertThat(question(Tier.QUICK, List.of(2, 4, 8)).looks()).isEmpty();
    }
}
