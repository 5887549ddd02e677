package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("a.csv"), text.getBytes(charset));
    }

    private Table read(String text) throws IOException {
        return Content.read(file(text, StandardCharsets.UTF_8), Csv::read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2.5,a\n-3,4e1,b\n",
                "1,2.5,a\r\n-3,4e1,b",
                "1,2.5,a\r-3,4e1,b\r",
                "\ufeff1,2.5,a\n-3,4e1,b\n",
                "x,y,kind\n1,2.5,a\n-3,4e1,b\n",
                "\"x\",label,y\n1,a,2.5\n-3,b,4e1\n",
                "Label,x,y\na,1,2.5\nb, -3 ,4e1\n\n",
                "\"1\",\"2.5\",\"a\"\n-3,+40.,b\n"
            })
    void allWaysOfWritingOneTable(String text) throws IOException {
        Table table = read(text);
        assertThat(table.tensor().toArray()).containsExactly(1, 2.5, -3, 40);
        assertThat(table.labels()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "inf", "-", "0x1p3", "1e400", "١٢", "1_000", "", "1 2", "1d", "=1"})
    void whatIsNoNumber(String cell) throws IOException {
        assertThatThrownBy(() -> read("1,2,a\n3," + cell + ",b\n"))
                .hasMessage(folder.resolve("a.csv") + ": line 2, column 2 = \"" + cell
                        + "\" is not a finite number; write it like -12.5 or 1e-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "1\n2\n",
                "1,2,a\n1,2\n",
                "1,2,a\n1,2,3,b\n",
                "1,2,\n",
                "1,2,NaN\n",
                "x,x,label\n1,2,a\n",
                "x,,label\n1,2,a\n",
                "1,2,\"a\n3,4,b\n",
                "1,\0,a\n",
                "1,\"2\"x,a\n"
            })
    void whatIsNoTable(String text) throws IOException {
        Path file = file(text, StandardCharsets.UTF_8);
        Throwable thrown = catchThrowable(() -> Content.read(file, Csv::read));
        assertThat(thrown).isNotNull();
        DamagedFilesTest.explained(thrown, file);
    }

    @Test
    void otherEncodingsAreNamed() throws IOException {
        Path latin = file("1,2,\u00e9\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Content.read(latin, Csv::read)).hasMessageContaining("is not UTF-8");
        Path wide = file("1,2,a\n", StandardCharsets.UTF_16);
        assertThatThrownBy(() -> Content.read(wide, Csv::read)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void endlessLinesAndColumnsAreCutShort() throws IOException {
        assertThatThrownBy(() -> read("1,".repeat(100_001) + "a\n")).hasMessageContaining("100000 columns");
        assertThatThrownBy(() -> read("\"" + "\n".repeat(17 << 20))).hasMessageContaining("16777216 characters");
    }
}
