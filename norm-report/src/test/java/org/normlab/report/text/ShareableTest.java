package org.normlab.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareableTest {

    @ParameterizedTest
    @CsvSource({
        "/home/someone/my report,            my report",
        "/home/someone/report/,              report/",
        "--out=/home/someone/report,         --out=report",
        "/data/my.csv:28x28,                 my.csv:28x28",
        "C:\\Users\\someone\\my.csv,         my.csv",
        "jdbc:postgresql://host/norm?user=me&password=x, jdbc:postgresql://host/norm",
        "--store=jdbc:postgresql://host/norm?user=me,    --store=jdbc:postgresql://host/norm",
    })
    void leavesOutWhatIsPrivate(String text, String shareable) {
        assertThat(Shareable.of(text)).isEqualTo(shareable);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/home/some one/x.csv: line 3 = a is no number; write 1/2 | x.csv: line 3 = a is no number; write 1/2",
                "data: file = /home/you/y.csv is not there; see (/etc/z)  | data: file = y.csv is not there; see (z)",
                "cnn: layer = 3/4 cannot be built; use a/b/c              | cnn: layer = 3/4 cannot be built; use a/b/c",
                "C:\\Users\\you\\y.npy: byte 0 = \\x00\\x01 is no magic      | y.npy: byte 0 = \\x00\\x01 is no magic",
            })
    void cutsTheFoldersOfFilesAmongWords(String words, String shareable) {
        assertThat(Shareable.words(words, "/home/some one/x.csv:28x28")).isEqualTo(shareable);
    }

    @ParameterizedTest
    @CsvSource({"compare", "--batch-sizes", "my/own.csv", "digits:rows", "CC BY 4.0 / CC0", "/", "mlp;2,8"})
    void leavesTheRest(String text) {
        assertThat(Shareable.of(text)).isEqualTo(text);
    }
}
