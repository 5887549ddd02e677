package org.normlab.report.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** A command run in this process: its exit code and its streams. */
record Cli(int code, String out, String err) {

    static Cli run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Cli(code, out.toString(), err.toString());
    }

    static Cli run(String... arguments) {
        return run(List.of(arguments));
    }

    static Cli run(List<String> arguments, String... more) {
        return run(Stream.concat(arguments.stream(), Stream.of(more)).toList());
    }
}
