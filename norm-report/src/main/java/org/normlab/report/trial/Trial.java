package org.normlab.report.trial;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.text.Sha256;

/**
 * The specification of one training run: a value for every field, defaults written out. Two trials are equal if and only
 * if their canonical texts are; then they give the same result, bit for bit.
 *
 * <pre>{@code
 * Trial trial = Trial.standard().with(Fields.NORM, "group").with(Fields.BATCH_SIZE, 4);
 * int batch = trial.get(Fields.BATCH_SIZE);
 * }</pre>
 */
public final class Trial {
    private static final Trial STANDARD = new Trial(defaults());

    private final SortedMap<String, String> values;

    private Trial(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /**
     * The trial of all defaults.
     *
     * @return the same value each time
     */
    public static Trial standard() {
        return STANDARD;
    }

    /**
     * Reads a trial back from its canonical text.
     *
     * @param text lines {@code field=value}
     * @return the trial
     * @throws NormException STATE if a field is unknown or missing; OPTION if a value is not allowed
     */
    public static Trial parse(String text) {
        SortedMap<String, String> values = Text.parse(text);
        if (!values.keySet().equals(STANDARD.values.keySet())) {
            throw NormException.about(Kind.STATE, "trial", "fields", values.keySet())
                    .because("are not those of this version", "use the version that wrote them");
        }
        values.replaceAll((name, value) -> field(name).canonical(value));
        return new Trial(values);
    }

    /**
     * The value of a field.
     *
     * @param <T> its type
     * @param field the field
     * @return the value
     */
    public <T> T get(Field<T> field) {
        return field.read(text(field));
    }

    /**
     * The canonical text of the value of a field.
     *
     * @param field the field
     * @return its text; doubles in hexadecimal
     */
    public String text(Field<?> field) {
        return values.getOrDefault(field.name(), "");
    }

    /**
     * This trial with another value of one field.
     *
     * @param <T> its type
     * @param field the field
     * @param value the value
     * @return a copy
     * @throws NormException OPTION if the value lies outside the range
     */
    public <T> Trial with(Field<T> field, T value) {
        return put(field, field.write(value));
    }

    /**
     * This trial with another value of one field, given as text.
     *
     * @param field the field
     * @param text the value, canonical or as a person types it
     * @return a copy
     * @throws NormException OPTION if the text is no value of the field
     */
    public Trial withText(Field<?> field, String text) {
        return put(field, field.canonical(text));
    }

    /**
     * The canonical text: one line {@code field=value} a field, sorted by name.
     *
     * @return the text that {@link #parse} reads
     */
    public String text() {
        return Text.of(values);
    }

    /**
     * The name of this trial in every store and table.
     *
     * @return SHA-256 of {@link #text()}, 64 hexadecimal digits
     */
    public String id() {
        return Sha256.hex(text());
    }

    /**
     * What this trial shares with all trials of its arm: every field but learning rate and replicate.
     *
     * @return canonical text, equal for two trials if and only if they belong to one arm
     */
    public String arm() {
        return textWithout(Set.of(Fields.LEARNING_RATE, Fields.REPLICATE));
    }

    /**
     * The canonical text of some fields.
     *
     * @param left the fields to leave out
     * @return one line {@code field=value} a remaining field, sorted by name
     */
    public String textWithout(Set<Field<?>> left) {
        SortedMap<String, String> rest = new TreeMap<>(values);
        left.forEach(field -> rest.remove(field.name()));
        return Text.of(rest);
    }

    /**
     * The phase of the replicate, such as {@code tune}, {@code quick} or {@code verdict}.
     *
     * @return the word before the number
     */
    public String phase() {
        return get(Fields.REPLICATE).replaceFirst("-[0-9]+$", "");
    }

    /**
     * The number of the replicate within its phase. Trials of two arms with the same phase and number share their random
     * draws, so they are compared in pairs.
     *
     * @return from 0
     */
    public long seed() {
        String replicate = get(Fields.REPLICATE);
        return Long.parseLong(replicate.substring(replicate.lastIndexOf('-') + 1));
    }

    private Trial put(Field<?> field, String canonical) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(field.name(), canonical);
        return new Trial(changed);
    }

    private static Field<?> field(String name) {
        return Fields.named(name).orElseThrow();
    }

    private static SortedMap<String, String> defaults() {
        SortedMap<String, String> values = new TreeMap<>();
        Fields.all().forEach(field -> values.put(field.name(), standardText(field)));
        return values;
    }

    private static <T> String standardText(Field<T> field) {
        return field.write(field.standard());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trial trial && values.equals(trial.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The canonical text on one line. */
    @Override
    public String toString() {
        return text().replace('\n', ' ').strip();
    }
}
