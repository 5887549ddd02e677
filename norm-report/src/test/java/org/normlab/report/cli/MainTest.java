package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        return command.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void helpGoesToStandardOutputAndNamesEveryExitCode() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE.number());
        for (ExitCode code : ExitCode.values()) {
            assertThat(out.toString()).containsPattern("(?m)^ +" + code.number() + " ");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesTheProgramAndItsJava() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString()).contains("norm ", "java " + Runtime.version());
    }

    @Test
    void unknownOptionIsOneLineAndNothingOnStandardOutput() {
        assertThat(run("--no-such-option")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString().lines()).singleElement().asString().contains("norm: ", "--no-such-option");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void missingCommandIsOneLine() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString().lines()).singleElement().asString().contains("COMMAND is missing");
    }
}
