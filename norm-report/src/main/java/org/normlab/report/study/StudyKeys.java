package org.normlab.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;

/** The keys of a study file: those of the study itself, and each field under its name or its plural. */
final class StudyKeys {
    private static final List<String> OWN = List.of("name", "baseline", "learning_rates", "replicates", "budget");

    /** A study gives these for all its trials in keys of its own. */
    private static final Set<Field<?>> NOT_FIELDS = Set.of(Fields.LEARNING_RATE, Fields.REPLICATE);

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

    /** Every key, for "did you mean". */
    static List<String> all() {
        List<String> keys = new ArrayList<>(OWN);
        keys.addAll(OTHER.keySet());
        fields().forEach(field -> keys.addAll(List.of(field.name(), plural(field))));
        return keys;
    }

    private static Stream<Field<?>> fields() {
        return Fields.all().stream().filter(field -> !NOT_FIELDS.contains(field));
    }

    private static String plural(Field<?> field) {
        return field.name() + "s";
    }
}
