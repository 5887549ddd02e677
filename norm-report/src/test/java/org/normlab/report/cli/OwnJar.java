package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a jar of somebody else's variant from its sources, as a build of theirs would. */
final class OwnJar {
    private static final Path SOURCES = Path.of("..", "norm-variants", "src", "test", "own-variant");

    private OwnJar() {}

    static Path in(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", classPath(), source());
        assertThat(code).as("exit code of the compiler").isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        String provider = "org.normlab.variants.Variant";
        Files.copy(SOURCES.resolve("META-INF/services").resolve(provider), services.resolve(provider));
        return packed(classes, folder.resolve("my.jar"));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String source() {
        return SOURCES.resolve("com/example/EnergyNorm.java").toString();
    }

    static Path packed(Path classes, Path jar) throws IOException {
        try (Stream<Path> walk = Files.walk(classes);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path path : files) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, entries);
            }
        }
        return jar;
    }
}
