package org.normlab.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;

class TablesTest {
    private static final Table TABLE = new Table(
            List.of("norm", "seed", "error"),
            List.of(
                    List.of(Cell.of("group, \"8\""), Cell.of(3), Cell.percent(0.1)),
                    List.of(Cell.of("a_b & c|d"), Cell.of(-4), Cell.of(-1.0 / 3))));

    @Test
    void csvKeepsNumbersWholeAndQuotesWords() {
        assertThat(Csv.write(TABLE))
                .isEqualTo("norm,seed,error\n\"group, \"\"8\"\"\",3,0.1\na_b & c|d,-4,-0.3333333333333333\n");
    }

    @Test
    void markdownEscapesAndAligns() {
        assertThat(Markdown.write(TABLE))
                .isEqualTo("| norm | seed | error |\n| --- | --: | --: |\n"
                        + "| group, \"8\" | 3 | 10.0\u00a0% |\n| a\\_b \\& c\\|d | -4 | −0.333 |\n");
    }

    @Test
    void latexEscapesAndAligns() {
        assertThat(Latex.write(TABLE))
                .startsWith("\\begin{tabular}{lrr}\n\\toprule\nnorm & seed & error \\\\\n\\midrule\n")
                .contains("10.0~\\% \\\\", "a\\_b \\& c|d & -4 & $-$0.333 \\\\")
                .endsWith("\\bottomrule\n\\end{tabular}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "@SUM(A1)", "-2+3", "+1", "\t=1", "\r=1", "\n=1"})
    void noSpreadsheetRunsAWord(String word) {
        String csv = Csv.write(new Table(List.of(word), List.of(List.of(Cell.of(word)))));
        assertThat(csv.replace("\"", "")).isEqualTo("'" + word + "\n'" + word + "\n");
    }

    @Test
    void aRowMustFitTheHeader() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of(Cell.of(1)))))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("1 cells does not fit a header of 2");
    }

    @Test
    void aFileIsReplacedWholeAndNothingIsLeftBeside(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "old");
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(file);
        AtomicFile.write(file, "a,β\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual);
        assertThat(file).hasContent("a,β\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("missing").resolve("x"), ""))
                .isInstanceOf(IOException.class);
    }
}
