package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normlab.report.store.ResultStore;
import org.normlab.report.store.Stores;
import org.normlab.report.study.Cost;
import org.normlab.report.study.Finished;
import org.normlab.report.study.Study;
import org.normlab.report.study.Tuning;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code norm plan}: what a study will take. Writes nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Counts the trials of a study, and estimates their time and memory from a short run of every arm.",
            "Learning rates that have to be extended come on top. Writes nothing.",
            "",
            "Examples:",
            "  norm plan study.yaml",
            "  norm plan study.yaml --store results.db",
            "  norm plan study.yaml --no-probe --json",
            ""
        })
final class PlanCommand implements Callable<Integer> {
    private static final double MIB = 1 << 20;

    @Mixin
    private StudyInput input = new StudyInput();

    @Option(names = "--store", paramLabel = "STORE", description = "Counts what this store has, if it is there.")
    private String store = "";

    @Option(names = "--no-probe", description = "Runs nothing: no time, no memory.")
    private boolean noProbe;

    @Option(names = "--threads", description = "Trials at a time (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Study study = input.read(catalogue);
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("study", study.name());
        plan.put("arms", study.arms().size());
        plan.put("trials", study.trials());
        long found = store.isEmpty() ? 0 : found(study);
        long left = Math.max(0, study.trials() - found);
        plan.put("found", found);
        plan.put("to_do", left);
        if (!noProbe) {
            estimate(study, left, plan);
        }
        out.answer(
                () -> Columns.of(plan.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), shown(entry.getKey(), entry.getValue())))
                        .toList()),
                () -> plan);
        return ExitCode.DONE.number();
    }

    private long found(Study study) {
        Optional<ResultStore> there = Stores.find(store);
        if (there.isEmpty()) {
            out.note("there is no store at " + store + " yet");
            return 0;
        }
        try (ResultStore results = there.get()) {
            Finished finished = RunCommand.finished(results);
            return new Tuning(study)
                    .plan(finished).stream()
                            .filter(trial -> finished.of(trial).isPresent())
                            .count();
        }
    }

    private void estimate(Study study, long left, Map<String, Object> plan) {
        Trainer trainer = catalogue.trainer();
        double seconds = 0;
        long bytes = 0;
        List<Trial> arms = study.arms();
        for (int arm = 0; arm < arms.size(); arm++) {
            out.progress("probe " + (arm + 1) + "/" + arms.size());
            Cost cost = Cost.probe(arms.get(arm), trainer::train);
            seconds += cost.seconds() / arms.size();
            bytes = Math.max(bytes, cost.bytes());
        }
        plan.put("seconds_a_trial", seconds);
        plan.put("processor_seconds", seconds * left);
        plan.put("seconds", seconds * left / Math.max(1, threads));
        plan.put("mib_a_trial", bytes / MIB);
    }

    private static String shown(String key, Object value) {
        if (value instanceof Double number) {
            boolean spelled = key.endsWith("seconds") && number >= 60;
            return "about " + Decimal.of(number) + (spelled ? ", " + clock(number) : "");
        }
        return String.valueOf(value);
    }

    private static String clock(double seconds) {
        long minutes = Math.round(seconds / 60);
        return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
