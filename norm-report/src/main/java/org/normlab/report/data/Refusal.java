package org.normlab.report.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Complaint;
import org.normlab.core.NormException.Kind;

/** Builds the one-line message about a file that cannot be used: file, place, value, problem, mend. */
final class Refusal {
    private static final int SHOWN = 60;
    private static final int SHOWN_OF_PATH = 400;

    private Refusal() {}

    /**
     * A file whose content is refused.
     *
     * @param file the name of the file
     * @param place where in it, such as {@code line 3, column 2}
     * @param value what stands there
     * @param problem what is wrong with it
     * @param fix how to mend it
     * @return the exception to throw
     */
    static NormException of(String file, String place, Object value, String problem, String fix) {
        return about(Kind.OPTION, file, place, value).because(problem, fix);
    }

    /**
     * A file that could be used on another machine, or at another hour.
     *
     * @param file the name of the file
     * @param what what the machine lacks
     * @param value how much of it, or what it said
     * @param problem what is wrong with it
     * @param fix how to mend it
     * @return the exception to throw
     */
    static NormException ofMachine(String file, String what, Object value, String problem, String fix) {
        return about(Kind.RESOURCE, file, what, value).because(problem, fix);
    }

    private static Complaint about(Kind kind, String file, String place, Object value) {
        return NormException.about(kind, shown(file, SHOWN_OF_PATH), place, shown(String.valueOf(value), SHOWN));
    }

    /** What an exception of the file system has to say. */
    static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "missing file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The text with control, format and non-ASCII line characters escaped and its end cut off, so that it stays one line. */
    static String shown(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(length).forEach(c -> {
            int type = Character.getType(c);
            boolean unsafe = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.append(unsafe ? String.format(Locale.ROOT, "\\x%02x", c) : Character.toString(c));
        });
        return text.codePointCount(0, text.length()) > length
                ? shown.append("...").toString()
                : shown.toString();
    }
}
