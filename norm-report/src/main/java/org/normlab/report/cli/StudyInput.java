package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.RunningRule;
import org.normlab.report.study.Study;
import org.normlab.report.study.StudyFile;
import org.normlab.report.text.Nearest;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A study file on the command line, read strictly: every name in it is known before anything runs. */
final class StudyInput {
    @Parameters(paramLabel = "STUDY.yaml", description = "The study, in YAML or JSON; docs/study.md explains its keys.")
    private Path file = Path.of("");

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the study file.")
    private Map<String, String> overrides = Map.of();

    Study read(Catalogue catalogue) {
        Study study = StudyFile.read(file, overrides, names(catalogue));
        checkOptions(study.arms(), catalogue);
        catalogue.trainer().load(study.arms());
        return study;
    }

    /** An option that none of its norms has is a slip; of one that some have, the arms of the others are skipped. */
    private static void checkOptions(List<Trial> arms, Catalogue catalogue) {
        Map<String, Set<String>> normsByOption = new TreeMap<>();
        arms.forEach(arm -> arm.get(Fields.NORM_OPTIONS)
                .keySet()
                .forEach(option -> normsByOption
                        .computeIfAbsent(option, each -> new TreeSet<>())
                        .add(arm.get(Fields.NORM))));
        normsByOption.forEach((option, norms) -> {
            Set<String> known = new TreeSet<>();
            norms.forEach(norm -> known.addAll(catalogue.options(norm)));
            if (!known.contains(option)) {
                throw NormException.about(Kind.OPTION, "study", Fields.NORM_OPTIONS.name(), option)
                        .because(
                                "is no option of " + String.join(", ", norms),
                                known.isEmpty() ? "leave it out" : Nearest.to(option, known, "see `norm explain`"));
            }
        });
    }

    private static Map<Field<?>, List<String>> names(Catalogue catalogue) {
        List<String> rules = RunningRule.all().stream()
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
        return Map.of(Fields.NETWORK, Trainer.networks(), Fields.NORM, catalogue.norms(), Fields.RUNNING_RULE, rules);
    }
}
