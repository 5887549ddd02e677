package org.normlab.report.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.normlab.report.text.Shareable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What was typed, as a line that a shell reads back.
 *
 * @param arguments the command and its arguments
 */
record Typed(List<String> arguments) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** What the user typed to run a command. */
    static Typed of(CommandSpec command) {
        return new Typed(command.commandLine().getParent().getParseResult().originalArgs());
    }

    /** The line, for the terminal that it was typed on. */
    String line() {
        return line(UnaryOperator.identity());
    }

    /** The line for a file that is passed on: without this machine's folders and without users of a database. */
    String shareable() {
        return line(Shareable::of);
    }

    private String line(UnaryOperator<String> change) {
        return "./norm " + arguments.stream().map(change).map(Typed::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
