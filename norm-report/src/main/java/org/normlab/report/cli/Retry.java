package org.normlab.report.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.normlab.report.trial.Outcome;
import picocli.CommandLine.Option;

/** The option that runs trials again which the machine, not the trial, made fail. */
final class Retry {

    /** Ends that may be run again. */
    @SuppressWarnings("checkstyle:MemberName") // the words of the command line
    private enum End {
        error,
        oom,
        timeout;

        Outcome outcome() {
            return switch (this) {
                case error -> Outcome.ERROR;
                case oom -> Outcome.OUT_OF_MEMORY;
                case timeout -> Outcome.TIMED_OUT;
            };
        }
    }

    @Option(names = "--retry", split = ",", description = "Runs trials again that ended so: ${COMPLETION-CANDIDATES}.")
    private List<End> ends = List.of();

    /** Results that count as not there. */
    Set<Outcome> outcomes() {
        return ends.stream().map(End::outcome).collect(Collectors.toUnmodifiableSet());
    }
}
