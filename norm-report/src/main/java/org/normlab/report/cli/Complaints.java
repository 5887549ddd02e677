package org.normlab.report.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.normlab.core.NormException;
import org.normlab.report.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command fails: one line on stderr, or one JSON document on stdout, and the exit code. */
final class Complaints {
    private Complaints() {}

    static int usage(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        if (failure.getCause() instanceof NormException refusal) {
            return tell(command, refusal, Arrays.asList(arguments).contains(Output.JSON));
        }
        String message = String.valueOf(failure.getMessage()).replace('\n', ' ');
        if (failure instanceof UnmatchedArgumentException unmatched) {
            message = unmatched(command, unmatched.getUnmatched().get(0));
        }
        boolean json = Arrays.asList(arguments).contains(Output.JSON);
        say(command, json, document("USAGE", "", "", message, "see " + name(command) + " --help"), message);
        return ExitCode.USAGE.number();
    }

    static int failure(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        Throwable failure = thrown.getCause() instanceof Error error ? error : thrown;
        if (Main.isVerbose(command)) {
            failure.printStackTrace(command.getErr());
        }
        return tell(command, failure, parsed.originalArgs().contains(Output.JSON));
    }

    private static int tell(CommandLine command, Throwable failure, boolean json) {
        Map<String, Object> document = failure instanceof NormException refusal
                ? document(
                        refusal.kind().name(),
                        refusal.argument(),
                        refusal.value(),
                        String.valueOf(refusal.getMessage()),
                        refusal.fix())
                : document("FAILED", "", "", String.valueOf(failure.getMessage()), "see it with -v");
        say(command, json, document, words(failure));
        return ExitCode.of(failure).number();
    }

    /** An exception that nobody wrote a message for needs its name to say anything. */
    private static String words(Throwable failure) {
        return failure instanceof NormException
                ? String.valueOf(failure.getMessage())
                : failure.toString().replace('\n', ' ') + "; -v shows where";
    }

    private static void say(CommandLine command, boolean json, Map<String, Object> document, String message) {
        if (json) {
            command.getOut().println(Json.text(document));
            command.getOut().flush();
        } else {
            command.getErr().println(name(command) + ": " + message);
        }
    }

    private static Map<String, Object> document(
            String kind, String argument, String value, String message, String fix) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "norm.error/1");
        document.put("kind", kind.toLowerCase(Locale.ROOT));
        document.put("argument", argument);
        document.put("value", value);
        document.put("message", message);
        document.put("fix", fix);
        return document;
    }

    private static String unmatched(CommandLine command, String given) {
        boolean option = given.startsWith("-");
        boolean commands = !option && !command.getSubcommands().isEmpty();
        List<String> known = option
                ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
                : List.copyOf(command.getSubcommands().keySet());
        String what = option ? "option" : commands ? "command" : "argument";
        String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
        String fix = option || commands ? Nearest.to(name, known, "there is none like it") : "it takes no more";
        return "unknown " + what + " \"" + name + "\" (" + fix + "); see `" + name(command) + " --help`";
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
