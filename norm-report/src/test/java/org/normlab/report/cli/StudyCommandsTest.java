package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study from its file to its table. */
class StudyCommandsTest {
    @TempDir
    private Path folder;

    private String study = "";
    private String store = "";

    @BeforeEach
    void write() throws IOException {
        study = Files.writeString(folder.resolve("tiny.yaml"), """
                networks: [mlp]
                data: iris
                norms: [none, batch]
                batch_sizes: [4, 8]
                learning_rates: [0.0625]
                replicates: {tuning: 0, quick: 2}
                budget: {samples: 64}
                """).toString();
        store = folder.resolve("s.db").toString();
    }

    @Test
    void aRunThatStopsGoesOnAndIsExported() {
        Cli part = Cli.run("run", study, "--store", store, "--trials", "3", "--progress", "none");
        assertThat(part.code()).isEqualTo(ExitCode.STOPPED.number());
        assertThat(part.err()).contains("saved; to go on: ./norm run");
        Cli rest = Cli.run("run", study, "--store", store, "--progress", "none", "--json");
        assertThat(rest.code()).isZero();
        assertThat(rest.out())
                .isEqualTo("{\"schema\":\"norm.run/1\",\"study\":\"tiny\",\"found\":3,\"run\":5,\"complete\":true,"
                        + "\"outcomes\":{\"ok\":8}}\n");
        assertThat(Cli.run("plan", study, "--store", store, "--no-probe").out()).isEqualTo("""
                study   tiny
                arms    4
                trials  8
                found   8
                to_do   0
                """);
        assertThat(Cli.run("export", "csv", "--store", store, "--canonical")
                        .out()
                        .lines())
                .hasSize(9)
                .first()
                .asString()
                .startsWith("trial_id,network,data,norm,batch_size");
        assertThat(Cli.run("export", "json", "--store", store, "--where", "norm=batch")
                        .out()
                        .split("trial_id"))
                .hasSize(5);
        assertThat(Cli.run("export", "md", "--store", store).out()).startsWith("| trial");
        assertThat(Cli.run("export", "latex", "--store", store).out()).startsWith("\\begin{tabular}");
    }

    @Test
    void aTrialBeyondItsLimitEndsAsTimedOutAndIsRunAgainWhenAsked() {
        Cli late = limited("0.3s");
        assertThat(late.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(late.out()).contains("\"run\":2", "\"outcomes\":{\"timed_out\":2}");
        assertThat(limited("0.2s", "--retry", "timeout").out()).contains("\"run\":2");
        assertThat(limited("0.1s").out()).contains("\"run\":0");
        assertThat(limited("-1s").code()).isEqualTo(ExitCode.USAGE.number());
    }

    /** Two trials that would take hours. */
    private Cli limited(String span, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                study,
                "--store",
                store,
                "--progress",
                "none",
                "--json",
                "--set",
                "norms=[batch]",
                "--set",
                "batch_sizes=[4]",
                "--set",
                "budget={samples: 2000000000}",
                "--trial-limit=" + span));
        arguments.addAll(List.of(more));
        return Cli.run(arguments);
    }

    @Test
    void beforeTheFirstRunNothingIsDone() {
        Cli plan = Cli.run("plan", study, "--store", store, "--no-probe");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("found   0\n", "to_do   8\n");
        assertThat(plan.err().lines()).singleElement().asString().contains("no store at " + store + " yet");
        assertThat(Path.of(store)).doesNotExist();
    }

    @Test
    void resultsOfAFileThatHasChangedAreRefused() throws IOException {
        String before = "x,class\n" + "1,a\n2,b\n".repeat(30);
        Path data = Files.writeString(folder.resolve("my.csv"), before);
        String[] run = {"run", study, "--store", store, "--set", "data=" + data, "--progress", "none", "--trials", "3"};
        assertThat(Cli.run(run).code()).isEqualTo(ExitCode.STOPPED.number());
        Files.writeString(data, before.replaceFirst("2", "3"));
        Cli changed = Cli.run(run);
        assertThat(changed.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(changed.err().lines())
                .singleElement()
                .asString()
                .contains("data = " + data + " has changed", "sha256");
        Files.writeString(data, before);
        assertThat(Cli.run(run).code()).isEqualTo(ExitCode.STOPPED.number());
    }

    @Test
    void slipsInAStudyAreFoundBeforeAnythingRuns() {
        Cli run = Cli.run("run", study, "--store", store, "--set", "norms=[grop]");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("did you mean group?");
        assertThat(Path.of(store)).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    evaluate=[runing]                                   | evaluations = runing is not allowed
                    norms=[{norm: group, norm_options: {grups: 4}}]     | norm_options = grups is no option of group; did you mean groups?
                    norms=[batch-step, {norm: batch-input, norm_options: {gama: 1}}] | gama is no option of batch-input; did you mean gamma?
                    norms=[{norm: none, norm_options: {eps: 1}}, batch] | norm_options = eps is no option of none; leave it out
                    """)
    void slipsInTheirOptionsAsWell(String set, String words) {
        Cli run = Cli.run("run", study, "--store", store, "--set", set, "--progress", "none");
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err().lines()).singleElement().asString().contains(words);
        assertThat(Path.of(store)).doesNotExist();
    }

    @Test
    void anOptionThatSomeOfItsNormsHaveSkipsTheOthers() {
        String set = "norm_options={eps: 0.001}";
        Cli run = Cli.run("run", study, "--store", store, "--set", set, "--progress", "none", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"ok\":4,\"skipped\":4");
    }

    @Test
    void aProbeSeesTheTrainingThread() {
        assertThat(Cli.run("plan", study, "--json").out()).containsPattern("\"mib_a_trial\":[0-9]*[1-9]");
    }

    @Test
    void bundledDataAreVerified() {
        Cli data = Cli.run("data", "verify", "iris");
        assertThat(data.out()).isEqualTo("name  verified\niris  ok\n");
        assertThat(Cli.run("data", "list").out()).contains("digits         1797      10");
    }

    @Test
    void aStoreThatIsNotThereIsOneLine() {
        Cli export = Cli.run("export", "csv", "--store", store);
        assertThat(export.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(export.err().lines()).hasSize(1);
    }
}
