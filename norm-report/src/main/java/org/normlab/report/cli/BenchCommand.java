package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Kernels;
import org.normlab.report.bench.Benchmarks;
import org.normlab.report.bench.Effort;
import org.normlab.report.bench.Finding;
import org.normlab.report.bench.Peer;
import org.normlab.report.bench.Workload;
import org.normlab.report.bench.Workloads;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code norm bench}: how fast and how exact the kernels are, beside a copy and beside other libraries. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Times forward, evaluation and backward of the variants on the shapes of known networks, beside",
            "copying the bytes that must move and, with --peers, beside libtorch and oneDNN in the same JVM.",
            "",
            "Examples:",
            "  norm bench --quick",
            "  norm bench --peers --variants batch,layer --threads 1",
            "  norm bench --peers --accuracy     (writes docs/accuracy.md on stdout)",
            ""
        })
final class BenchCommand implements Callable<Integer> {

    @ArgGroup
    private Subject subject = new Subject();

    @Option(names = "--quick", description = "A few shapes, shortly.")
    private boolean quick;

    @Option(names = "--peers", description = "Also libtorch and oneDNN; needs a checkout and Maven.")
    private boolean peers;

    @Option(names = "--shapes", description = "File of shapes instead of those of `norm list shapes`.")
    private Optional<Path> shapes = Optional.empty();

    @Option(names = "--variants", split = ",", description = "Variants (default: all that have shapes).")
    private List<String> variants = List.of();

    @Option(names = "--threads", split = ",", description = "Numbers of threads (default: 1,all).")
    private List<String> threads = List.of("1", "all");

    @Option(names = "--min", description = "Exit with 5 if the last line's min is below this (with --accuracy: 1).")
    private Optional<Double> min = Optional.empty();

    @Option(names = "--json", description = "One JSON document on stdout; times in the shape that JMH writes.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** What is measured. */
    private static final class Subject {
        @Option(names = "--training", description = "Whole training steps instead of passes, on one thread.")
        private boolean training;

        @Option(names = "--accuracy", description = "Errors instead of times.")
        private boolean accuracy;
    }

    @Override
    public Integer call() {
        refuse("--training", subject.training, "--shapes", "--variants", "--threads");
        refuse("--accuracy", subject.accuracy, "--shapes", "--variants", "--threads", "--quick");
        refuseAMinimumOfNothing();
        Kernels.warmUp();
        say(Kernels.description());
        Benchmarks benchmarks = new Benchmarks(rivals(), quick ? Effort.QUICK : Effort.FULL, this::say);
        Finding finding = finding(benchmarks);
        if (json) {
            print(finding.json());
        } else {
            finding.lines().forEach(this::print);
        }
        return (isReached(finding) ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    /** What is not a number reaches no minimum. */
    private boolean isReached(Finding finding) {
        return min.isEmpty() && !subject.accuracy || finding.min() >= min.orElse(1.0);
    }

    /** Whole steps are compared with peers only, so that without them there is no ratio to reach. */
    private void refuseAMinimumOfNothing() {
        if (min.isPresent() && subject.training && !peers) {
            throw NormException.about(Kind.OPTION, "bench", "--min", min.get())
                    .because("has nothing to be compared with", "add --peers, or leave --min out");
        }
    }

    /** Refuses options that a subject does not look at, before anything is measured. */
    private void refuse(String name, boolean chosen, String... unread) {
        for (String option : unread) {
            if (chosen && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw NormException.about(Kind.OPTION, "bench", "option", option)
                        .because("changes nothing beside " + name, "leave one of the two out");
            }
        }
    }

    private Finding finding(Benchmarks benchmarks) {
        if (subject.training) {
            return benchmarks.training();
        }
        return subject.accuracy ? benchmarks.accuracy() : benchmarks.passes(workloads(), threads());
    }

    private List<Peer> rivals() {
        List<Peer> found = peers ? Peer.all() : List.of();
        if (peers && found.isEmpty()) {
            throw NormException.about(Kind.RESOURCE, "bench", "--peers", "none on the class path")
                    .because("cannot be measured", "run ./norm bench --peers from a checkout with Maven");
        }
        return found;
    }

    private List<Workload> workloads() {
        List<Workload> all = Workloads.of(variants, shapes.map(Workloads::read).orElseGet(Workloads::bundled));
        return quick ? Workloads.few(all) : all;
    }

    private List<Integer> threads() {
        return threads.stream().map(BenchCommand::threads).distinct().toList();
    }

    private static int threads(String text) {
        if (text.equals("all")) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw NormException.about(Kind.OPTION, "bench", "--threads", text)
                    .because("is no number of threads", "write 1, all, or both divided by a comma");
        }
        return Integer.parseInt(text);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void say(String line) {
        spec.commandLine().getErr().println("bench: " + line);
        spec.commandLine().getErr().flush();
    }
}
