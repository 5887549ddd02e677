package org.normlab.report.study;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Trial;

/**
 * One axis of a grid: choices of one field, each of which may set further fields with it.
 *
 * @param field the field that names the axis
 * @param choices in the order of the study; each has canonical text by name of field
 */
public record Axis(Field<?> field, List<SortedMap<String, String>> choices) {
    private static final String SEPARATOR = "\n\n";

    /**
     * Copies the choices.
     *
     * @param field the field that names the axis
     * @param choices in the order of the study; each has canonical text by name of field
     */
    public Axis {
        choices = List.copyOf(choices);
    }

    /** A trial with each choice in turn. */
    List<Trial> spread(Trial trial) {
        return choices.stream().map(choice -> apply(trial, choice)).toList();
    }

    private static Trial apply(Trial trial, SortedMap<String, String> choice) {
        Trial changed = trial;
        for (String name : choice.keySet()) {
            changed = changed.withText(Fields.named(name).orElseThrow(), choice.getOrDefault(name, ""));
        }
        return changed;
    }

    String text() {
        return choices.stream().map(choice -> Text.of(choice).strip()).collect(Collectors.joining(SEPARATOR));
    }

    static Axis parse(Field<?> field, String text) {
        List<SortedMap<String, String>> choices =
                List.of(text.split(SEPARATOR)).stream().map(Text::parse).toList();
        return new Axis(field, choices);
    }

    /** A choice that sets one field. */
    static SortedMap<String, String> choice(Field<?> field, String canonical) {
        return new TreeMap<>(Map.of(field.name(), canonical));
    }
}
