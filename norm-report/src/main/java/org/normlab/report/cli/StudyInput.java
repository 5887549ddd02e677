package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.normlab.core.RunningRule;
import org.normlab.report.data.DataSource;
import org.normlab.report.study.Study;
import org.normlab.report.study.StudyFile;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.variants.Variants;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A study file on the command line, read strictly: every name in it is known before anything runs. */
final class StudyInput {
    @Parameters(paramLabel = "STUDY.yaml", description = "The study, in YAML or JSON.")
    private Path file = Path.of("");

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the study file.")
    private Map<String, String> overrides = Map.of();

    Study read() {
        Study study = StudyFile.read(file, overrides, names());
        study.arms().stream().map(arm -> arm.get(Fields.DATA)).distinct().forEach(DataSource::parse);
        return study;
    }

    private static Map<Field<?>, List<String>> names() {
        Stream<String> variants = Variants.standard().all().stream()
                .map(variant -> variant.description())
                .flatMap(d -> Stream.concat(Stream.of(d.id()), d.aliases().stream()));
        List<String> norms =
                Stream.concat(variants, Trainer.recurrentNorms().stream()).toList();
        List<String> rules = RunningRule.all().stream()
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
        return Map.of(Fields.NETWORK, Trainer.networks(), Fields.NORM, norms, Fields.RUNNING_RULE, rules);
    }
}
