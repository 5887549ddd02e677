package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.report.study.Study;
import org.normlab.report.study.StudyFile;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;

/** Every study that {@code norm explain} gives for a claim can be run, and every arm of it can be trained. */
class ClaimsTest {
    private static final Trainer TRAINER = new Trainer();

    /** What makes a trial longer or its numbers larger, but needs nothing else of a network. */
    private static final Set<Field<?>> LEFT = Set.of(
            Fields.DEPTH,
            Fields.WEIGHT_GAIN,
            Fields.DROPOUT,
            Fields.TRAIN_EXAMPLES,
            Fields.ORDER,
            Fields.INPUT_SCALE,
            Fields.BATCH_SIZE,
            Fields.SAMPLES);

    private static Stream<Map<String, Object>> measured() {
        return Topics.claims().stream().filter(claim -> claim.containsKey(Topics.STUDY));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void theStudyOfAClaimCanBeRun(Map<String, Object> claim) {
        String name = String.valueOf(claim.get("name"));
        String text = Cli.run("explain", name, "--study").out();
        assertThat(Cli.run("explain", name).out()).endsWith("\n\n" + text);
        Study study = StudyFile.parse(name + ".yaml", text, Map.of(), Map.of());
        assertThat(study.name()).isEqualTo(name);
        assertThat(study.arms()).doesNotHaveDuplicates();
        for (Trial arm : different(study)) {
            assertThat(TRAINER.train(arm).outcome()).as(arm.toString()).isIn(Outcome.OK, Outcome.DIVERGED);
        }
    }

    /** One arm of each kind of network, two steps long. */
    private static List<Trial> different(Study study) {
        Set<String> seen = new HashSet<>();
        return study.arms().stream()
                .filter(arm -> seen.add(arm.textWithout(LEFT)))
                .map(arm -> arm.with(Fields.SAMPLES, 2 * arm.get(Fields.BATCH_SIZE))
                        .with(Fields.POINTS, 0)
                        .with(Fields.LEARNING_RATE, 0x1p-8))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("unmeasured")
    void aClaimWithoutAStudySaysWhatIsNotMeasured(Map<String, Object> claim) {
        assertThat(String.valueOf(claim.get("here"))).containsAnyOf("nothing: ", "`norm bench`");
    }

    private static Stream<Map<String, Object>> unmeasured() {
        return Topics.claims().stream().filter(claim -> !claim.containsKey(Topics.STUDY));
    }
}
