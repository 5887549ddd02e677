package org.normlab.report.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

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
}
