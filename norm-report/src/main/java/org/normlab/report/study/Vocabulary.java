package org.normlab.report.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normlab.report.text.Nearest;
import org.normlab.report.trial.Field;

/**
 * The names that exist for fields whose values are open, such as norms and data sets, so that a slip is found before
 * anything runs.
 *
 * @param names known values by field; a field that is absent takes any
 */
record Vocabulary(Map<Field<?>, List<String>> names) {
    /** Copies the map. */
    Vocabulary {
        names = Map.copyOf(names);
    }

    /** What to do about a name that does not exist; empty if it does. */
    Optional<String> correction(Field<?> field, String value) {
        List<String> known = names.getOrDefault(field, List.of(value));
        return known.contains(value) ? Optional.empty() : Optional.of(Nearest.to(value, known, "see `norm list`"));
    }
}
