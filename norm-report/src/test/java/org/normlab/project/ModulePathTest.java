package org.normlab.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of one module that uses the library on the module path, as its users may. */
class ModulePathTest {
    private static final String MODULE = "module consumer { requires org.normlab.variants; }";

    private static final String MAIN = """
            package consumer;

            import org.normlab.core.*;
            import org.normlab.variants.LayerNorm;

            public final class Main {
                public static void main(String[] arguments) {
                    Normalizer.warmUp();
                    Tensor x = Tensor.of(Shape.of("NC", 3, 5), new double[15]);
                    System.out.println(LayerNorm.class.getModule() + " " + LayerNorm.of(5).forward(x).output().get(7));
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void libraryIsTwoModules() throws Exception {
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path main = Files.writeString(folder.resolve("Main.java"), MAIN);
        Path classes = folder.resolve("classes");
        Compilation.run("-p", libraries(), "-d", classes.toString(), module.toString(), main.toString());

        Process java = start("-p", libraries() + File.pathSeparator + classes, "-m", "consumer/consumer.Main");
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).isZero();
        assertThat(said.lines()).singleElement().asString().isEqualTo("module org.normlab.variants 0.0");
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(Arrays.asList(arguments));
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The two modules and the libraries that they require, jars or directories, as the tests themselves see them. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[/\\\\](norm-core|norm-variants|ejml-[a-z]+)[-/\\\\].*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
