package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final List<String> AWKWARD = List.of(
            "compare",
            "--out",
            "my report",
            "--store",
            "jdbc:postgresql://host/norm?user=me&x=$y",
            "it's",
            "",
            "*",
            "a\"b");

    @Test
    void aShellReadsTheLineBackAsItWasTyped() throws Exception {
        String line = new Typed(AWKWARD).line().replaceFirst("\\./norm", "printf '%s\\\\n'");
        Process shell = new ProcessBuilder("sh", "-c", line).start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read.split("\n", -1)).containsExactly((String.join("\n", AWKWARD) + "\n").split("\n", -1));
    }

    @Test
    void plainArgumentsStayPlain() {
        assertThat(new Typed(List.of("compare", "--norms", "none,batch", "--out=a/b", "digits:500")).line())
                .isEqualTo("./norm compare --norms none,batch --out=a/b digits:500");
    }

    @Test
    void whatIsPassedOnNamesNoFolderAndNoUser() {
        assertThat(new Typed(List.of(
                                "compare", "--out", "/home/me/my report", "--store", "jdbc:postgresql://h/n?user=me"))
                        .shareable())
                .isEqualTo("./norm compare --out 'my report' --store jdbc:postgresql://h/n");
    }
}
