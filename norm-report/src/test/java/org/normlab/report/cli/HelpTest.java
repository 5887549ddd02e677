package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    private static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandShowsThreeExamplesWithin110Columns(String command) {
        Cli help = Cli.run(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: norm " + command);
        assertThat(help.out().lines().filter(line -> line.startsWith("  norm " + command)))
                .hasSize(3);
        assertThat(help.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    }

    @Test
    void misspeltNamesGetTheNearest() {
        assertThat(Cli.run("explian").err()).contains("did you mean explain?");
        assertThat(Cli.run("list", "--jsn").err()).contains("did you mean --json?");
        assertThat(Cli.run("explain", "grop").err()).contains("did you mean group?");
        assertThat(Cli.run("check", "group", "--laws", "gradeint").err()).contains("did you mean gradient?");
        assertThat(Cli.run("data", "verify", "irs").err()).contains("did you mean iris?");
    }

    @Test
    void failuresAreOneDocumentWhenThatWasAskedFor() {
        Cli usage = Cli.run("list", "--json", "--jsn");
        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(usage.out()).startsWith("{\"schema\":\"norm.error/1\",\"kind\":\"usage\"");
        assertThat(usage.err()).isEmpty();
        Cli refused = Cli.run("explain", "grop", "--json");
        assertThat(refused.out())
                .startsWith("{\"schema\":\"norm.error/1\",\"kind\":\"option\",\"argument\":\"variant\"");
        assertThat(refused.out().lines()).hasSize(1);
    }

    @Test
    void aStackTraceIsShownOnlyWhenAskedFor() {
        assertThat(Cli.run("explain", "grop").err().lines()).hasSize(1);
        assertThat(Cli.run("explain", "grop", "-v").err()).contains("\tat org.normlab");
    }
}
