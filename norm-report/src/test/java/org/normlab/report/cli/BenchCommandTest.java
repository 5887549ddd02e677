package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... options) throws IOException {
        Path shapes = Files.writeString(folder.resolve("shapes.tsv"), "layer\tNC\t3x17\ta test\taxes=-1\t1\n");
        List<String> arguments = new ArrayList<>(List.of("bench", "--quick", "--shapes", shapes.toString()));
        arguments.addAll(List.of(options));
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void theTableEndsWithTheLineForScripts() throws IOException {
        assertThat(bench("--threads", "1")).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("layer axes=-1  NC 3x17  backward"))
                .last()
                .asString()
                .matches("geomean \\d+\\.\\d\\d min \\d+\\.\\d\\d");
        assertThat(err.toString()).contains("kernel");
    }

    @Test
    void aMinimumThatIsNotReachedIsTheAnswerNo() throws IOException {
        assertThat(bench("--threads", "1", "--min", "1e9")).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aMinimumOfNothingIsRefusedBeforeAnythingIsMeasured() {
        Cli training = Cli.run("bench", "--training", "--quick", "--min", "1");
        assertThat(training.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(training.err().lines()).singleElement().asString().contains("--min = 1.0", "add --peers");
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        assertThat(bench("--threads", "1", "--json")).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString().lines()).singleElement().asString().startsWith("{\"schema\":\"norm.bench/1\"");
    }

    @Test
    void peersThatAreNotOnTheClassPathAreMissed() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader()); // which no peer is on
        try {
            assertThat(bench("--peers")).isEqualTo(ExitCode.FAILED.number());
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(err.toString()).contains("--peers", "from a checkout");
    }

    @Test
    void optionsThatWouldChangeNothingAreRefused() throws IOException {
        assertThat(bench("--training")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--shapes", "--training");
        Cli accuracy = Cli.run("bench", "--accuracy", "--quick");
        assertThat(accuracy.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(accuracy.err().lines()).singleElement().asString().contains("--quick", "--accuracy");
    }

    @Test
    void whatIsNoNumberOfThreadsIsUsage() throws IOException {
        assertThat(bench("--threads", "1,some")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--threads", "some");
    }
}
