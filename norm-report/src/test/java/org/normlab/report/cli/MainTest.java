package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void everyErrorIsOneLine(@TempDir Path folder) throws IOException {
        String jar = jar(folder, "com.example.NotThere").toString();
        Cli list = Cli.run("list", "--jar", jar);
        assertThat(list.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(list.err().lines())
                .singleElement()
                .asString()
                .startsWith("norm list: java.util.ServiceConfigurationError: ")
                .contains("com.example.NotThere", "-v shows where");
        assertThat(Cli.run("list", "--jar", jar, "--json").out())
                .startsWith("{\"schema\":\"norm.error/1\",\"kind\":\"failed\"")
                .hasLineCount(1);
        assertThat(Cli.run("list", "--jar", jar, "-v").err()).contains("\tat org.normlab");
    }

    @Test
    void aClassOfANewerJavaIsOneLine(@TempDir Path folder) throws IOException {
        String jar = OwnJar.in(folder).toString();
        Path name = folder.resolve("classes/com/example/EnergyNorm.class");
        byte[] bytes = Files.readAllBytes(name);
        bytes[7] = 99; // the version of the class file
        Files.write(name, bytes);
        OwnJar.packed(folder.resolve("classes"), Path.of(jar));
        Cli check = Cli.run("check", "com.example.EnergyNorm", "--jar", jar);
        assertThat(check.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(check.err().lines()).singleElement().asString().contains("UnsupportedClassVersionError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v plan absent.yaml", "plan -v absent.yaml", "plan absent.yaml -v"})
    void verboseShowsWhereWhereverItStands(String line) {
        Cli plan = Cli.run(line.split(" "));
        assertThat(plan.err()).contains("\tat org.normlab", "norm plan: study: file = absent.yaml");
    }

    @Test
    void withoutItNoTraceIsShown() {
        assertThat(Cli.run("plan", "absent.yaml").err()).hasLineCount(1);
    }

    /** A jar whose list of variants names a class. */
    private static Path jar(Path folder, String provider) throws IOException {
        Path services = Files.createDirectories(folder.resolve("listed/META-INF/services"));
        Files.writeString(services.resolve("org.normlab.variants.Variant"), provider);
        return OwnJar.packed(folder.resolve("listed"), folder.resolve("bad.jar"));
    }
}
