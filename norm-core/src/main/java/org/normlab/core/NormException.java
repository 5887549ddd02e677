package org.normlab.core;

import java.util.Locale;

/**
 * The one exception of the library: an argument that cannot be used. A shape without meaning is refused before anything of its size is
 * allocated.
 *
 * <p>The message is one line that names the subject, the argument, its value, what is wrong and how to mend it:
 * {@code GroupNorm: groups = 32 does not divide channels = 30; use 30, 15, 10, 6, 5, 3, 2 or 1}.
 */
public final class NormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing was wrong. */
    public enum Kind {
        /** A shape, a size or a layout does not fit. */
        SHAPE,
        /** An option has a value outside its range. */
        OPTION,
        /** A statistic would be computed over too few values. */
        TOO_FEW,
        /** Stored statistics cannot be used. */
        STATE,
        /** A file, a disk, memory or a server gave out. */
        RESOURCE
    }

    /** What kind of thing was wrong. */
    private final Kind kind;

    /** The name of the argument. */
    private final String argument;

    /** Its value, as text. */
    private final String value;

    /** How to mend it. */
    private final String fix;

    private NormException(Kind kind, String subject, String argument, Object value, String problem, String fix) {
        super(String.format(Locale.ROOT, "%s: %s = %s %s; %s", subject, argument, value, problem, fix));
        this.kind = kind;
        this.argument = argument;
        this.value = String.valueOf(value);
        this.fix = fix;
    }

    /**
     * Starts the description of an argument that cannot be used.
     *
     * @param kind what kind of thing is wrong
     * @param subject the variant or class that refuses
     * @param argument the name of the argument
     * @param value its value
     * @return a complaint to be completed by {@link Complaint#because}
     */
    public static Complaint about(Kind kind, String subject, String argument, Object value) {
        return new Complaint(kind, subject, argument, value);
    }

    /**
     * An unfinished {@link NormException}: who refuses which value of which argument.
     *
     * @param kind what kind of thing is wrong
     * @param subject the variant or class that refuses
     * @param argument the name of the argument
     * @param value its value
     */
    public record Complaint(Kind kind, String subject, String argument, Object value) {
        /**
         * Completes the complaint.
         *
         * @param problem what is wrong, read after "argument = value"
         * @param fix what to do about it
         * @return the exception to throw
         */
        public NormException because(String problem, String fix) {
            return new NormException(kind, subject, argument, value, problem, fix);
        }
    }

    /**
     * What kind of thing was wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The name of the argument at fault.
     *
     * @return its name
     */
    public String argument() {
        return argument;
    }

    /**
     * The refused value, as text.
     *
     * @return the value
     */
    public String value() {
        return value;
    }

    /**
     * How to mend it.
     *
     * @return one phrase
     */
    public String fix() {
        return fix;
    }
}
