package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, small: from what is typed to a report. */
class CompareCommandTest {
    @TempDir
    private Path folder;

    private Cli compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare", "--networks", "mlp", "--norms", "none,batch", "--batch-sizes", "64", "--data", "iris"));
        arguments.addAll(List.of("--out", folder.resolve("my report").toString(), "--progress", "none"));
        arguments.addAll(List.of(more));
        return Cli.run(arguments);
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("my report").resolve(name));
    }

    private long trialsIn(String store) {
        return Cli.run("export", "csv", "--store", store).out().lines().count() - 1;
    }

    @Test
    void everySizeGoesOnInTheSameFolderAndSharesTrials() throws IOException {
        String store = folder.resolve("my report").resolve("store.db").toString();
        Cli quick = compare("--quick");
        assertThat(quick.err()).isEmpty();
        assertThat(quick.code()).isZero();
        assertThat(trialsIn(store)).isEqualTo(2 * 3 + 2 * 3);
        assertThat(compare("--quick", "--seeds", "4").code()).isZero();
        assertThat(trialsIn(store)).isEqualTo(2 * 3 + 2 * 4);
        assertThat(file("summary.csv").lines().skip(1)).allMatch(row -> row.split(",")[7].equals("4"));
        assertThat(compare("--trials", "1").code()).isEqualTo(ExitCode.STOPPED.number());
        assertThat(compare("--full", "--trials", "1").code()).isEqualTo(ExitCode.STOPPED.number());
        assertThat(trialsIn(store)).isEqualTo(2 * 3 + 2 * 4 + 2);
        assertThat(file("index.html"))
                .contains("./norm compare", "--out 'my report'")
                .doesNotContain(folder.toString());
    }

    @Test
    void jsonIsTheTableOfArms() {
        Cli json = compare("--quick", "--seeds", "1", "--json");
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"schema\":\"norm.compare/1\",\"report\":\"" + folder)
                .contains("\"arms\":[{\"network\":\"mlp\",\"data\":\"iris\",\"norm\":\"none\",\"batch_size\":64,");
    }

    @Test
    void noSeedsAreNotTheDefault() {
        Cli none = compare("--quick", "--seeds", "0");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(none.err().lines()).singleElement().asString().contains("--seeds = 0 is less than 1");
    }

    @Test
    void aFinishedCommandIsRepeatedWithItsStoreElsewhere() {
        String store = folder.resolve("s.db").toString();
        assertThat(compare("--quick", "--store", store).code()).isZero();
        assertThat(compare("--quick", "--store", store).err()).isEmpty();
        assertThat(folder.resolve("my report/store.db")).doesNotExist();
    }

    @Test
    void theLineToGoOnIsOneThatAShellReads() {
        assertThat(compare("--quick", "--trials", "1", "--retry", "error,oom").err())
                .contains("'" + folder.resolve("my report") + "'", "--retry error,oom");
    }

    @Test
    void aVerdictHasTwoLooksAndNothingBetween() {
        for (String seeds : List.of("5", "11", "19", "21")) {
            Cli refused = compare("--full", "--seeds", seeds);
            assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
            assertThat(refused.err().lines())
                    .singleElement()
                    .asString()
                    .contains("--seeds", seeds, "use 10, then 20, or leave --full out");
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(compare("--full", "--seeds", "20", "--trials", "1").code()).isEqualTo(ExitCode.STOPPED.number());
    }
}
