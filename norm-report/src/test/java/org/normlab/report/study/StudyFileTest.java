package org.normlab.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

class StudyFileTest {
    private static final String STUDY = """
            name: small-batch
            networks: [mlp, cnn]
            norms: [none, batch, {norm: group, norm_options: {groups: 8}}]
            batch_sizes: [2, 4, 8]
            learning_rates: [0.0625, 0.25]
            replicates: {tuning: 1, quick: 3}
            budget: {samples: 512}
            evaluate: [running, precise]
            baseline: batch
            """;

    private static final Map<Field<?>, List<String>> NORMS =
            Map.of(Fields.NORM, List.of("none", "batch", "layer", "group"));

    private static Study parse(String text) {
        return StudyFile.parse("study.yaml", text, Map.of(), NORMS);
    }

    @Test
    void listsMakeTheGridInTheOrderOfFields() {
        Study study = parse(STUDY);
        List<Trial> arms = study.arms();
        assertThat(arms).hasSize(2 * 3 * 3).doesNotHaveDuplicates();
        assertThat(arms)
                .extracting(arm -> arm.get(Fields.NETWORK))
                .startsWith("mlp", "mlp")
                .endsWith("cnn");
        assertThat(arms).extracting(arm -> arm.get(Fields.BATCH_SIZE)).startsWith(2, 4, 8, 2);
        assertThat(arms.get(6).get(Fields.NORM_OPTIONS)).containsExactly(Map.entry("groups", 8.0));
        assertThat(arms.get(0).get(Fields.SAMPLES)).isEqualTo(512);
        assertThat(arms.get(0).get(Fields.EVALUATIONS)).containsExactly("running", "precise");
        assertThat(study.rates().given()).containsExactly(0.0625, 0.25);
        assertThat(study.replicates()).isEqualTo(new Replicates(1, "quick", 3));
        assertThat(study.trials()).isEqualTo(18 * (2 + 3));
    }

    @Test
    void theDefinitionGivesTheStudyBack() {
        Study study = parse(STUDY);
        Study read = Study.of(study.name(), study.definition());
        assertThat(read.definition()).isEqualTo(study.definition());
        assertThat(read.arms()).isEqualTo(study.arms());
    }

    @Test
    void theOrderOfKeysAndJsonChangeNothing() {
        Study yaml = parse("batch_sizes: [2, 4]\nnorms: [batch, none]\n");
        Study json = parse("{\"norms\": [\"batch\", \"none\"], \"batch_size\": [2, 4]}");
        assertThat(json.definition()).isEqualTo(yaml.definition());
        assertThat(yaml.name()).isEqualTo("study");
    }

    @Test
    void aListFieldTakesAListOfLists() {
        Study study = parse("evaluations: [[running], [running, batch-8]]");
        assertThat(study.arms())
                .extracting(arm -> arm.get(Fields.EVALUATIONS).size())
                .containsExactly(1, 2);
    }

    @Test
    void overridesReplaceWhatTheFileSays() {
        Study study = StudyFile.parse("study.yaml", STUDY, Map.of("batch_sizes", "[16]"), NORMS);
        assertThat(study.arms())
                .hasSize(6)
                .extracting(arm -> arm.get(Fields.BATCH_SIZE))
                .containsOnly(16);
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> StudyFile.parse("study.yaml", STUDY, Map.of("batch_sizes", "[x]"), NORMS))
                .withMessageStartingWith("--set batch_sizes:1:15: batch_size = x");
    }

    @Test
    void anOverrideReplacesTheFieldUnderEveryNameOfIts() {
        Study size = StudyFile.parse("study.yaml", STUDY, Map.of("batch_size", "3"), NORMS);
        assertThat(size.arms())
                .hasSize(6)
                .extracting(arm -> arm.get(Fields.BATCH_SIZE))
                .containsOnly(3);
        Study rate = StudyFile.parse("study.yaml", STUDY, Map.of("learning_rate", "0.5"), NORMS);
        assertThat(rate.rates().given()).containsExactly(0.5);
        Study samples = StudyFile.parse("study.yaml", STUDY, Map.of("samples", "[64, 96]"), NORMS);
        assertThat(samples.arms()).extracting(arm -> arm.get(Fields.SAMPLES)).containsOnly(64, 96);
        Study budget = StudyFile.parse("study.yaml", "samples: [7, 9]", Map.of("budget", "{samples: 64}"), NORMS);
        assertThat(budget.arms()).extracting(arm -> arm.get(Fields.SAMPLES)).containsExactly(64);
    }

    @Test
    void twoOverridesOfOneFieldAreRefused() {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> StudyFile.parse(
                        "study.yaml", STUDY, new TreeMap<>(Map.of("batch_size", "3", "batch_sizes", "[2, 8]")), NORMS))
                .withMessageStartingWith("--set batch_sizes:1:1: key = batch_sizes sets batch_size a second time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    networks: [mlp]~bacth_sizes: [2]   | study.yaml:2:1: key = bacth_sizes is unknown; did you mean batch_sizes?
                    norms: [batch,~  grop]             | study.yaml:2:3: norm = grop does not exist; did you mean group?
                    batch_size: 1.5                    | study.yaml:1:13: batch_size = 1.5 is not allowed; use an integer from 1 on
                    batch_size: "3"                    | study.yaml:1:13: batch_size = "3" is not allowed
                    batch_size: 08                     | study.yaml:1:13: batch_size = 08 is not allowed
                    samples: -1                        | study.yaml:1:10: samples = -1 is not allowed
                    learning_rate: 1e999               | study.yaml:1:16: learning_rate = 1e999 is not allowed
                    weight_gain: .nan                  | study.yaml:1:14: weight_gain = .nan is not allowed
                    learning_rates: []                 | study.yaml:1:17: learning_rates = an empty list has no rate
                    norms: []                          | study.yaml:1:8: norm = an empty list has no choice
                    norms: [batch, batch]              | study.yaml:1:16: norm = batch comes twice
                    norms: [{norm_options: {eps: 1}}]  | study.yaml:1:9: norm = a mapping does not set it
                    activation: 3                      | study.yaml:1:13: activation = 3 is not allowed
                    data: a~data: b                    | study.yaml:2:1: key = data comes twice
                    data: &x a                         | study.yaml:1:7: text = an anchor or alias is not allowed
                    data: *x                           | study.yaml:1:7: text = an anchor or alias is not allowed
                    data: !!javax.script.Engine [x]    | study.yaml:1:7: tag = tag:yaml.org,2002:javax.script.Engine
                    replicates: {tuning: x}            | study.yaml:1:22: tuning = x is no count
                    replicates: {quick: 1, verdict: 2} | study.yaml:1:24: replicates = verdict is a second phase
                    norm_options: {eps: a}             | study.yaml:1:21: norm_options = a is not allowed
                    replicate: quick-1                 | study.yaml:1:1: key = replicate is unknown; did you mean replicates?
                    statistics_batches: [0, 8]         | study.yaml:1:25: statistics_batch = 8 is not allowed; use 0, and the norm ghost-batch
                    probes: [gradients]                | study.yaml:1:9: probes = gradients is not allowed; use an empty list
                    evaluate: [runing]                 | study.yaml:1:11: evaluations = runing is not allowed; use a list of running, precise
                    evaluate: [batch-0]                | study.yaml:1:11: evaluations = batch-0 is not allowed
                    evaluate: []                       | study.yaml:1:11: evaluations = an empty list is not allowed
                    norms: [{norm: group, norm: batch}] | study.yaml:1:23: key = norm comes twice; keep one
                    norms: [{norm: group, norms: batch}] | study.yaml:1:23: key = norms comes twice; keep one
                    norm_options: [{eps: 1, eps: 2}]   | study.yaml:1:25: key = eps comes twice; keep one
                    batch_size: 4~batch_sizes: [2, 8]  | study.yaml:2:1: key = batch_sizes sets batch_size a second time; keep one
                    batch_sizes: [2, 8]~batch_size: 4  | study.yaml:2:1: key = batch_size sets batch_size a second time
                    learning_rate: 1~learning_rates: [2] | study.yaml:2:1: key = learning_rates sets learning_rates a second time
                    samples: 64~budget: {samples: 32}  | study.yaml:2:10: key = samples sets samples a second time
                    evaluate: [running]~evaluations: [precise] | study.yaml:2:1: key = evaluations sets evaluations a second time
                    norms: [{norm: group, batch_size: 3}, batch]~batch_sizes: [2, 8] | study.yaml:2:14: batch_size = a list is set by another list, too
                    name: 3                            | study.yaml:1:7: name = 3 is not allowed
                    baseline: [batch]                  | study.yaml:1:11: baseline = a list is not allowed
                    baseline: grop                     | study.yaml:1:11: baseline = grop does not exist; did you mean group?
                    data: [a                           | is no YAML
                    3                                  | has no keys
                    """)
    void slipsAreNamedWithLineAndColumn(String text, String message) {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> parse(text.replace('~', '\n')))
                .withMessageContaining(message)
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void deepNestingIsRefused(int depth) {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> parse("data: " + "[".repeat(depth)))
                .withMessageContaining("is more than 64");
    }

    @Test
    void aFileThatIsTooLongOrNoFileIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path name = folder.resolve("long.yaml");
        Path file = Files.writeString(name, "data: iris\n" + "# \u00e9\n".repeat(1 << 18));
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> StudyFile.read(file, Map.of(), NORMS))
                .withMessage("study: file = " + file + " is longer than 1 MiB; split the study");
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> StudyFile.read(folder, Map.of(), NORMS))
                .withMessage("study: file = " + folder + " is not a regular file; give the path of a study");
    }

    @Test
    void aGridOfTooManyTrialsIsRefused() {
        StringBuilder sizes = new StringBuilder("1");
        for (int size = 2; size < 300; size++) {
            sizes.append(", ").append(size);
        }
        String axis = ": [" + sizes + "]\n";
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> parse("batch_size" + axis + "depth" + axis + "width" + axis))
                .withMessageContaining("26730899 combinations or more");
    }
}
