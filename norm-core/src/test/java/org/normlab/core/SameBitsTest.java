package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P4: the same bits for any kernel, hardware width and number of threads, seen in JVMs of their own. */
class SameBitsTest {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    private static List<String> definition = List.of();

    @BeforeAll
    static void runTheDefinition() throws Exception {
        definition = run("1", "-Dnormlab.kernel=scalar");
        assertThat(definition.get(0)).startsWith("scalar kernel (asked for");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512})
    void everyWidthGivesTheBitsOfTheDefinition(int bits) throws Exception {
        List<String> run = run("1", "-Dnormlab.kernel=vector", "-Dnormlab.lanes=" + bits);
        assertThat(run.get(1)).isEqualTo(definition.get(1));
        boolean scalar = !VECTORS || bits == 64; // vectors of one lane are no vectors
        assertThat(run.get(0)).startsWith(scalar ? "scalar kernel" : "vector kernel, " + bits + " bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void anyNumberOfThreadsGivesTheSameBits(int threads) throws Exception {
        assertThat(run(Integer.toString(threads), "-Dnormlab.kernel=vector").get(1))
                .isEqualTo(definition.get(1));
    }

    /** Before, while and after the compiler makes them; by then they must run wherever their module is readable. */
    @Test
    void vectorsThatBeginMidwayGiveTheSameBits() throws Exception {
        List<String> run = run("1 and once more");
        assertThat(run.subList(1, 3)).containsOnly(definition.get(1));
        assertThat(run.get(0))
                .matches(VECTORS ? "vector kernel, \\d+ bits" : "scalar kernel \\(jdk.incubator.vector not readable.*");
    }

    private static List<String> run(String arguments, String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (VECTORS) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BitsOfEveryPath.class.getName()));
        command.addAll(List.of(arguments.split(" ", 2)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output.lines().toList();
    }
}
