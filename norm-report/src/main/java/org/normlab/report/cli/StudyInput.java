package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.normlab.core.RunningRule;
import org.normlab.report.data.DataSource;
import org.normlab.report.study.Study;
import org.normlab.report.study.StudyFile;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
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
        study.arms().stream().map(arm -> arm.get(Fields.DATA)).distinct().forEach(DataSource::parse);
        return study;
    }

    private static Map<Field<?>, List<String>> names(Catalogue catalogue) {
        List<String> rules = RunningRule.all().stream()
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
        return Map.of(Fields.NETWORK, Trainer.networks(), Fields.NORM, catalogue.norms(), Fields.RUNNING_RULE, rules);
    }
}
