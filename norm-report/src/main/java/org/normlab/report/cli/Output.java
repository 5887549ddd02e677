package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The answer of a command on stdout: text for people, or one JSON document. */
final class Output {
    static final String JSON = "--json";

    @Option(names = JSON, description = "Print one JSON document.")
    private boolean json;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /**
     * Prints the answer in the form that was asked for; the other form is not made.
     *
     * @param text what people read
     * @param document what programs read, keys in order, without its schema
     */
    void answer(Supplier<String> text, Supplier<Map<String, ?>> document) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("schema", "norm." + spec.name() + "/1");
            all.putAll(document.get());
            print(Json.text(all));
        } else {
            print(text.get());
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text.endsWith("\n") ? text : text + "\n");
        spec.commandLine().getOut().flush();
    }

    /** Says how far the command is, where a person is looking. */
    void progress(String line) {
        if (Boolean.getBoolean("norm.terminal.err")) {
            spec.commandLine().getErr().print("\r\033[2K" + line + "\r");
            spec.commandLine().getErr().flush();
        }
    }

    /** Says something that is not the answer, on stderr. */
    void note(String line) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + line);
    }
}
