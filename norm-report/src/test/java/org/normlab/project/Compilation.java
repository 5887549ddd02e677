package org.normlab.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.spi.ToolProvider;

/** The Java compiler at hand, for sources that a user of the library would write. */
final class Compilation {
    private Compilation() {}

    /** Compiles, and fails the test with what the compiler said. */
    static void run(String... arguments) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(stream, stream, arguments);
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
