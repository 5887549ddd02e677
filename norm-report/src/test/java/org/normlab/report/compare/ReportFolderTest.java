package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.report.store.Stores;

class ReportFolderTest {
    @TempDir
    private Path folder;

    private static Comparison comparison(String network) {
        Question question = Staged.question(Tier.QUICK, List.of(network), List.of("none", "batch"), List.of(2, 8));
        return Staged.comparison(question, trial -> 0.1);
    }

    @Test
    void aReportWithItsStoreElsewhereIsWrittenAnew() throws IOException {
        ReportFolder.open(folder).write(comparison("cnn"), "");
        Files.writeString(folder.resolve("charts/mine.svg"), "");
        ReportFolder.open(folder).write(comparison("mlp"), "");
        assertThat(folder.resolve("charts"))
                .isDirectoryNotContaining("glob:**/cnn-*")
                .isDirectoryContaining("glob:**/mlp-error.svg")
                .isDirectoryContaining("glob:**/mine.svg");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<!DOCTYPE html><title>Mine</title>");
        assertThatThrownBy(() -> ReportFolder.open(folder))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("holds no report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "results.csv", "summary.csv", "charts"})
    void aFileOfTheUsersBesideAStoreIsKept(String mine) throws IOException {
        Stores.open(folder.resolve("store.db").toString()).close();
        assertThat(ReportFolder.open(folder).path())
                .as("a report that is not written yet")
                .isEqualTo(folder);
        Files.writeString(folder.resolve(mine), "mine");
        assertThatThrownBy(() -> ReportFolder.open(folder))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("holds no report");
    }

    @Test
    void aReportThatFailedHalfwayIsWrittenAgain() throws IOException {
        Files.createDirectories(folder.resolve("report"));
        Path report = folder.resolve("report");
        ReportFolder opened = ReportFolder.open(report);
        Files.writeString(report.resolve("charts"), "in the way");
        assertThatThrownBy(() -> opened.write(comparison("mlp"), "")).isInstanceOf(NormException.class);
        Files.delete(report.resolve("charts"));
        assertThat(ReportFolder.open(report).write(comparison("mlp"), "")).exists();
    }
}
