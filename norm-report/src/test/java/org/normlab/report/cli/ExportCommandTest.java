package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.report.store.ResultStore;
import org.normlab.report.store.Stores;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private String store = "";

    private static Trial trial(int number) {
        return Trial.standard().with(Fields.REPLICATE, "quick-" + number);
    }

    @BeforeEach
    void fill() {
        store = folder.resolve("s.db").toString();
        try (ResultStore results = Stores.open(store)) {
            IntStream.range(0, 3).forEach(i -> results.save(TrialResult.without(trial(i), Ending.OK)));
        }
    }

    private void damage(Trial trial) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE trial SET record = record || ' ' WHERE trial_id = '" + trial.id() + "'");
        }
    }

    @Test
    void theSoundRowsOfADamagedStoreAreSavedAsTheRefusalSays() throws SQLException {
        damage(trial(1));
        Cli refused = Cli.run("export", "jsonl", "--store", store);
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("export jsonl --salvage");
        Cli salvaged = Cli.run("export", "jsonl", "--salvage", "--store", store);
        assertThat(salvaged.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(salvaged.out().lines()).hasSize(2).noneMatch(row -> row.contains(trial(1).id()));
        assertThat(salvaged.err().lines()).singleElement().asString().contains(trial(1).id());
    }

    @Test
    void jsonNamesTheFileThatWasWritten() {
        Path file = folder.resolve("x.json");
        Cli export = Cli.run("export", "--json", "--store", store, "--out", file.toString());
        assertThat(export.out()).isEqualTo("{\"schema\":\"norm.export/1\",\"files\":{\"export\":\"" + file + "\"}}\n");
        assertThat(file).content().startsWith("{\"schema\":\"norm.export/1\",\"rows\":[{\"trial_id\":");
    }

    @Test
    void whatCannotBeWrittenIsNamedInOneLine() {
        Path missing = folder.resolve("missing").resolve("x.csv");
        Cli export = Cli.run("export", "csv", "--store", store, "--out", missing.toString());
        assertThat(export.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(export.err().lines())
                .singleElement()
                .asString()
                .contains("--out = " + missing + " cannot be written; check its folder")
                .doesNotContain("Exception");
    }
}
