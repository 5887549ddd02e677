package org.normlab.report.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code norm}: the list of commands, and what each way of ending means. */
@Command(
        name = "norm",
        description = "Which normalization should this network use?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            RunCommand.class,
            PlanCommand.class,
            ExportCommand.class,
            ApplyCommand.class,
            CheckCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            DataCommand.class,
            BenchCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; diverged or skipped trials are results",
            "1:the command could not do its work",
            "2:bad argument, value or study file; nothing was started",
            "3:finished, but some trials failed; the report lists them",
            "4:time or trials ran out; the study can go on",
            "5:the work was done and the answer is no",
            "130:interrupted and saved"
        })
public final class Main implements Runnable {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show where a failure came from.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        eraseIncubatorWarning();
        System.exit(commandLine().execute(arguments));
    }

    /** The JVM greets the vector module with a warning that no option silences; a terminal can forget it. */
    private static void eraseIncubatorWarning() {
        boolean warned = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (warned && Boolean.getBoolean("norm.terminal.err")) {
            System.err.print("\033[A\033[2K");
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionStrategy(Main::run)
                .setParameterExceptionHandler(Complaints::usage)
                .setExecutionExceptionHandler(Complaints::failure);
    }

    /** An error of the machine or of a user's jar is a failure as others are, which picocli lets through. */
    private static int run(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            List<CommandLine> commands = parsed.asCommandLineList();
            throw new ExecutionException(commands.get(commands.size() - 1), e.toString(), e);
        }
    }

    /** Whether failures are to show where they came from. */
    static boolean isVerbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Main main && main.verbose;
    }

    /** Without a command there is nothing to do, and the help says what could be done. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "COMMAND is missing; see `norm --help`");
    }
}
