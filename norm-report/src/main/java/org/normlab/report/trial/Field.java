package org.normlab.report.trial;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * One named entry of a trial's specification.
 *
 * @param <T> the type of its values
 */
public final class Field<T> {
    private final String name;
    private final FieldType<T> type;
    private final T standard;

    Field(String name, FieldType<T> type, T standard) {
        this.name = name;
        this.type = type;
        this.standard = standard;
    }

    /**
     * The name, as in study files and tables.
     *
     * @return in snake case
     */
    public String name() {
        return name;
    }

    /**
     * The value where a study names none.
     *
     * @return the default
     */
    public T standard() {
        return standard;
    }

    /**
     * The allowed values in words.
     *
     * @return such as "an integer from 1 on"
     */
    public String range() {
        return type.range();
    }

    /**
     * How a study file writes the values.
     *
     * @return the form
     */
    public Form form() {
        return type.form();
    }

    /**
     * The canonical text of a value.
     *
     * @param value the value
     * @return its text; doubles in hexadecimal
     * @throws NormException OPTION if the value lies outside the range
     */
    public String write(T value) {
        String text = type.write().apply(value);
        if (!type.allowed().test(value)) {
            throw refuse(text);
        }
        return text;
    }

    /**
     * Reads a value.
     *
     * @param text canonical or as a person types it
     * @return the value
     * @throws NormException OPTION if the text is no value of this field
     */
    public T read(String text) {
        try {
            T value = type.read().apply(text);
            if (type.allowed().test(value)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw refuse(text);
        }
        throw refuse(text);
    }

    /**
     * The canonical form of a text.
     *
     * @param text as a person types it
     * @return the text that stands for the same value in a store
     * @throws NormException OPTION if the text is no value of this field
     */
    public String canonical(String text) {
        return write(read(text));
    }

    private NormException refuse(String text) {
        return NormException.about(Kind.OPTION, "trial", name, text).because("is not allowed", "use " + type.range());
    }

    @Override
    public String toString() {
        return name;
    }
}
