package org.normlab.report.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.report.study.StudyFile.Key;
import org.normlab.report.text.Nearest;
import org.normlab.report.text.Numbers;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The keys of a study file: those of the study itself, and each field under its name or its plural. */
final class StudyKeys {
    private static final List<Key> OWN = List.of(
            new Key("name", "a text", "the name of the file"),
            new Key("baseline", "a norm", "batch"),
            new Key("learning_rates", "a list of positive numbers", "nine powers of two"),
            new Key("replicates", "{tuning: N, PHASE: N}", "3 tuning, 10 verdict"),
            new Key("budget", "{samples: N}", "that of samples"));

    /** A study gives these for all its trials in keys of its own. */
    private static final Set<Field<?>> NOT_FIELDS = Set.of(Fields.LEARNING_RATE, Fields.REPLICATE);

    /** Nothing can be said with a key of a single value. */
    private static final Set<Field<?>> FIXED = Set.of(Fields.STATISTICS_BATCH, Fields.PROBES);

    private static final Map<String, Field<?>> OTHER = Map.of(
            "evaluate", Fields.EVALUATIONS,
            "statistics_batches", Fields.STATISTICS_BATCH);

    private StudyKeys() {}

    /** The field that a key names. */
    static Optional<Field<?>> field(String key) {
        if (OTHER.containsKey(key)) {
            return Optional.ofNullable(OTHER.get(key));
        }
        return fields().filter(field -> key.equals(field.name()) || key.equals(plural(field)))
                .findFirst();
    }

    /** What a key sets, under its one name: a field, or a key of the study's own. */
    static String setting(String key) {
        return key.equals(Fields.LEARNING_RATE.name())
                ? plural(Fields.LEARNING_RATE)
                : field(key).map(Field::name).orElse(key);
    }

    /** A complaint about a key that nothing is set by. */
    static NormException unknown(YamlFile file, NodeTuple entry) {
        String key = file.key(entry);
        return file.about(entry.getKeyNode(), "key", key)
                .because("is unknown", Nearest.to(key, all(), "see `norm list keys`"));
    }

    /** Every key, for "did you mean". */
    private static List<String> all() {
        return Stream.of(
                        OWN.stream().map(Key::name),
                        OTHER.keySet().stream(),
                        fields().flatMap(field -> Stream.of(field.name(), plural(field))))
                .flatMap(keys -> keys)
                .toList();
    }

    /** Every key that has a choice, in words, a field under its name alone. */
    static List<Key> described() {
        Stream<Field<?>> open = fields().filter(field -> !FIXED.contains(field));
        return Stream.concat(OWN.stream(), open.map(StudyKeys::inWords)).toList();
    }

    private static Key inWords(Field<?> field) {
        return new Key(field.name(), field.range(), written(field.standard()));
    }

    /** As a study file writes it. */
    private static String written(Object value) {
        if (value instanceof Double number) {
            return Numbers.exact(number);
        }
        if (value instanceof List<?> names) {
            return names.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    private static Stream<Field<?>> fields() {
        return Fields.all().stream().filter(field -> !NOT_FIELDS.contains(field));
    }

    private static String plural(Field<?> field) {
        return field.name() + "s";
    }
}
