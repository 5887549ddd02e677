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
    @CsvSource({"compare", "--batch-sizes", "my/own.csv", "digits:rows", "CC BY 4.0 / CC0", "/", "mlp;2,8"})
    void leavesTheRest(String text) {
        assertThat(Shareable.of(text)).isEqualTo(text);
    }
}
