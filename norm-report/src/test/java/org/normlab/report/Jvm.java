package org.normlab.report;

import java.nio.file.Path;
import java.util.Arrays;

/** A Java program of the test class path in a process of its own, small and quick to start. */
public final class Jvm {
    private Jvm() {}

    /** A process that is yet to be started, with the pipes of its streams as they are by default. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.command().addAll(Arrays.asList(arguments));
        return builder;
    }
}
