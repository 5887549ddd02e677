package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.compare.Answer;
import org.normlab.report.compare.Comparison;
import org.normlab.report.compare.Question;
import org.normlab.report.compare.ReportFolder;
import org.normlab.report.compare.Tier;
import org.normlab.report.store.ResultStore;
import org.normlab.report.store.Stores;
import org.normlab.report.study.Study;
import org.normlab.report.study.Tally;
import org.normlab.report.train.Trainer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code norm compare}: the main job, from a question to a report. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains every norm in every network at every batch size, with a learning rate tuned for each,",
            "and writes a report that answers which normalization has the lowest error.",
            "",
            "Examples:",
            "  norm compare --quick",
            "  norm compare --networks lstm --data names16 --norms none,layer,batch-step --batch-sizes 8,64",
            "  norm compare --full --out normlab-out/night     (hours; type it again to go on)",
            ""
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<String> NETWORKS = List.of("mlp", "cnn");

    @ArgGroup
    private Size size = new Size();

    @Option(
            names = "--networks",
            split = ",",
            description = "Networks: mlp, resmlp, cnn; rnn, lstm, gru, transformer over sequences (default: mlp,cnn).")
    private List<String> networks = NETWORKS;

    @Option(names = "--norms", split = ",", description = "Norms, as in `norm list`; none is the control.")
    private List<String> norms = List.of();

    @Option(names = "--batch-sizes", split = ",", description = "Samples in one step (default: the size's own).")
    private List<Integer> batchSizes = List.of();

    @Option(
            names = "--seeds",
            description = {
                "Paired seeds of each arm (default: the size's own;",
                "with --full what verdicts on all arms need; twice as many",
                "are the second look, and the last)."
            })
    private Optional<Integer> seeds = Optional.empty();

    @Option(names = "--data", description = "Data set (default: ${DEFAULT-VALUE}).", defaultValue = "digits")
    private String data = "";

    @Option(names = "--seed", description = "Root of all random draws (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed;

    @Option(names = "--out", description = "Folder of the report (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("normlab-out", "compare");

    @Option(names = "--store", description = "Where results are kept (default: store.db in that folder).")
    private String store = "";

    @Mixin
    private Retry retry = new Retry();

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Workers workers = new Workers();

    @Mixin
    private Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** How much is run. */
    private static final class Size {
        @Option(names = "--quick", description = "About a minute: a first look.")
        private boolean quick;

        @Option(names = "--full", description = "Hours: enough seeds for a verdict; resumable.")
        private boolean full;

        Tier tier() {
            if (full) {
                return Tier.FULL;
            }
            return quick ? Tier.QUICK : Tier.STANDARD;
        }
    }

    @Override
    public Integer call() {
        Question question = question();
        Study study = question.study();
        catalogue.trainer().load(study.arms());
        ReportFolder folder = ReportFolder.open(out);
        try (Interruption interruption = Interruption.open();
                ResultStore results = Stores.open(store.isEmpty() ? folder.store() : store)) {
            results.enter(study.name(), study.definition());
            Tally tally = workers.run(study, results, retry.outcomes(), catalogue.trainer(), interruption);
            if (!tally.complete()) {
                return workers.stopped(Typed.of(spec).line());
            }
            Comparison comparison = Comparison.of(question, trial -> results.find(trial.id()));
            Path page = folder.write(comparison, Typed.of(spec).shareable());
            Answer answer = new Answer(comparison);
            output.answer(() -> text(answer, page), () -> document(answer, page));
            return (comparison.failed() > 0 ? ExitCode.INCOMPLETE : ExitCode.DONE).number();
        }
    }

    private static String text(Answer answer, Path page) {
        return String.join("\n", answer.lines()) + "\nreport: " + page;
    }

    private static Map<String, Object> document(Answer answer, Path page) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("report", page.toString());
        document.put("arms", Json.rows(answer.arms()));
        return document;
    }

    private Question question() {
        Tier tier = size.tier();
        networks.forEach(CompareCommand::known);
        List<String> ids = (norms.isEmpty() ? tier.norms(networks) : norms)
                .stream()
                        .map(name -> catalogue.norm("--norms", name))
                        .distinct()
                        .toList();
        batchSizes.forEach(batch -> atLeastOne("--batch-sizes", batch));
        Question question = new Question(
                tier,
                networks.stream().distinct().toList(),
                ids,
                batchSizes.isEmpty()
                        ? tier.batchSizes(networks)
                        : batchSizes.stream().distinct().sorted().toList(),
                tier.replicates(),
                new Question.Source(data, seed));
        return question.withReplicates(replicates(question));
    }

    /** Too few for a verdict would be known before the first trial and cost hours; other numbers would be more looks. */
    private int replicates(Question question) {
        List<Integer> looks = question.looks();
        if (seeds.isEmpty()) {
            return looks.isEmpty() ? question.replicates() : looks.get(0);
        }
        int wanted = atLeastOne("--seeds", seeds.get());
        if (!looks.isEmpty() && !looks.contains(wanted)) {
            throw NormException.about(Kind.OPTION, "compare", "--seeds", wanted)
                    .because(
                            "is not one of the two looks that verdicts on so many arms allow",
                            "use " + looks.get(0) + ", then " + looks.get(1) + ", or leave --full out");
        }
        return wanted;
    }

    private static void known(String network) {
        if (!Trainer.networks().contains(network)) {
            throw NormException.about(Kind.OPTION, "compare", "--networks", network)
                    .because("is no network", "use " + String.join(", ", Trainer.networks()));
        }
    }

    private static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw NormException.about(Kind.OPTION, "compare", option, value)
                    .because("is less than 1", "use a positive number");
        }
        return value;
    }
}
