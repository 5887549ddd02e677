package org.normlab.report.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.normlab.report.store.ResultStore;
import org.normlab.report.store.Stores;
import org.normlab.report.study.Finished;
import org.normlab.report.study.Study;
import org.normlab.report.study.Tally;
import org.normlab.report.study.Tuning;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code norm run}: the trials of a study that a store lacks. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the trials of a study that the store lacks, and counts how they ended. Type it again to go on.",
            "A study says what is compared. A list makes an axis of its grid; `norm list keys` has all keys:",
            "",
            "  name: small-batch",
            "  networks: [mlp, cnn]",
            "  norms: [none, batch, {norm: group, norm_options: {groups: 4}}]",
            "  batch_sizes: [2, 8, 32]",
            "  learning_rates: [0.0078125, 0.0625, 0.5]",
            "  replicates: {tuning: 1, quick: 3}",
            "  budget: {samples: 8192}",
            "",
            "Examples:",
            "  norm run study.yaml --store results.db",
            "  norm run study.yaml --store results.db --set batch_sizes=[2,4] --time 1h",
            "  norm run study.yaml --store jdbc:postgresql://host/norm?user=me --retry error,oom",
            ""
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private StudyInput input = new StudyInput();

    @Option(
            names = "--store",
            required = true,
            paramLabel = "STORE",
            description = {"A file, or jdbc:postgresql:...; made if there is none."})
    private String store = "";

    @Mixin
    private Retry retry = new Retry();

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Workers workers = new Workers();

    @Mixin
    private Output out = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public Integer call() {
        Study study = input.read(catalogue);
        try (Interruption interruption = Interruption.open();
                ResultStore results = Stores.open(store)) {
            results.enter(study.name(), study.definition());
            Tally tally = workers.run(study, results, retry.outcomes(), catalogue.trainer(), interruption);
            if (interruption.came()) { // and waits: what was saved is not read again
                return workers.stopped(Typed.of(spec).line());
            }
            Map<Outcome, Long> counts = counts(study, results);
            out.answer(() -> text(study, counts), () -> document(study, tally, counts));
            if (!tally.complete()) {
                return workers.stopped(Typed.of(spec).line());
            }
            boolean failed = counts.keySet().stream().anyMatch(Outcome::dependsOnMachine);
            return (failed ? ExitCode.INCOMPLETE : ExitCode.DONE).number();
        }
    }

    /** What a store has, read once a trial and without its curves. */
    static Finished finished(ResultStore results) {
        Finished read = trial -> results.find(trial.id()).map(TrialResult::withoutCurves);
        return read.remembered();
    }

    private static Map<Outcome, Long> counts(Study study, ResultStore results) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Finished finished = finished(results);
        new Tuning(study)
                .plan(finished)
                .forEach(
                        trial -> finished.of(trial).ifPresent(result -> counts.merge(result.outcome(), 1L, Long::sum)));
        return counts;
    }

    private static String text(Study study, Map<Outcome, Long> counts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(study.name(), "trials"));
        counts.forEach((outcome, count) -> rows.add(List.of(word(outcome), String.valueOf(count))));
        return Columns.of(rows);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> document(Study study, Tally tally, Map<Outcome, Long> counts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("study", study.name());
        document.put("found", tally.found());
        document.put("run", tally.done());
        document.put("complete", tally.complete());
        Map<String, Object> outcomes = new TreeMap<>();
        counts.forEach((outcome, count) -> outcomes.put(word(outcome), count));
        document.put("outcomes", outcomes);
        return document;
    }
}
