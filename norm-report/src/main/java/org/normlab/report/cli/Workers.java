package org.normlab.report.cli;

import java.time.Duration;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.study.Ledger;
import org.normlab.report.study.Runner;
import org.normlab.report.study.Setup;
import org.normlab.report.study.Study;
import org.normlab.report.study.Tally;
import org.normlab.report.study.Tuning;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Outcome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of every command that runs trials, and the run itself: threads, limits, progress, interruption. */
final class Workers {
    private static final String FOREVER = "PT0S";

    @Option(names = "--threads", description = "Trials at a time (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--time",
            description = "Begin no more trials after this long, such as 10m; run again to go on.",
            converter = Span.class,
            defaultValue = FOREVER)
    private Duration time = Duration.ZERO;

    @Option(
            names = "--trial-limit",
            description = "Breaks off a trial after this long, such as 30m; it ends as timed_out.",
            converter = Span.class,
            defaultValue = FOREVER)
    private Duration trialLimit = Duration.ZERO;

    @Option(names = "--trials", description = "Begin at most this many trials; run again to go on.")
    private long trials = Long.MAX_VALUE;

    @Option(names = "--progress", description = "auto, bar, plain or none (default: ${DEFAULT-VALUE}).")
    private Progress.Kind progress = Progress.Kind.auto;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    private static int atLeastOne(int threads) {
        if (threads < 1) {
            throw NormException.about(Kind.OPTION, "run", "--threads", threads)
                    .because("is less than 1", "use a positive number");
        }
        return threads;
    }

    /** Nothing is no limit, for it is what is not given. */
    private static Duration limit(String option, Duration given) {
        if (given.isNegative()) {
            throw NormException.about(Kind.OPTION, "run", option, given)
                    .because("is less than nothing", "write 90s, 10m or 2h");
        }
        return given.isZero() ? Setup.FOREVER : given;
    }

    /** Runs what a study needs and a ledger lacks; results with some outcomes count as lacking. */
    Tally run(Study study, Ledger ledger, Set<Outcome> again, Trainer trainer, Interruption interruption) {
        Progress shown = Progress.of(progress, spec.name(), spec.commandLine().getErr());
        Setup setup = new Setup(
                atLeastOne(threads), limit("--trial-limit", trialLimit), limit("--time", time), trials, again);
        Runner runner = new Runner(new SameData(ledger, trainer), trainer, setup, shown);
        interruption.halts(runner);
        shown.begin(study.trials());
        Tally tally = runner.run(new Tuning(study));
        shown.end(tally);
        return tally;
    }

    /** Says how to go on, and with which exit code the command ends if nobody interrupted it. */
    int stopped(String command) {
        spec.commandLine().getErr().println("saved; to go on: " + command);
        return ExitCode.STOPPED.number();
    }
}
