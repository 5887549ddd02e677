package org.normlab.report.text;

import java.util.regex.Pattern;

/** Texts for files that are passed on: they name no folder of this machine and no user of a database. */
public final class Shareable {
    /** The folders of an absolute path, at the start or after the = of an option. */
    private static final Pattern FOLDERS =
            Pattern.compile("(^|=)(?:[A-Za-z]:)?[/\\\\](?:[^/\\\\]+[/\\\\])*(?=[^/\\\\])");

    /** The folders of an absolute path among words, as far as no blank is in them. */
    private static final Pattern FOLDERS_WITHIN =
            Pattern.compile("(?<![^\\s\"'(\\[=])(?:/|[A-Za-z]:[/\\\\])(?:[^/\\\\\\s]+[/\\\\])+(?=[^/\\\\\\s])");

    /** The parameters of a database's address, a user and perhaps a password among them. */
    private static final Pattern PARAMETERS = Pattern.compile("(jdbc:[^?]*)\\?.*");

    private Shareable() {}

    /**
     * The text without what is private in it.
     *
     * @param text an argument of a command, a path or an address
     * @return an absolute path without its folders, a database's address without its parameters; else the text
     */
    public static String of(String text) {
        return text.contains("jdbc:")
                ? PARAMETERS.matcher(text).replaceFirst("$1")
                : FOLDERS.matcher(text).replaceFirst("$1");
    }

    /**
     * Words about a trial, such as the reason of its end, without what is private in them.
     *
     * @param words a sentence that may name files
     * @param data what the trial read, whose folders may have blanks in their names
     * @return the sentence with the last names of the files
     */
    public static String words(String words, String data) {
        String name = of(data);
        String folders = data.endsWith(name) ? data.substring(0, data.length() - name.length()) : "";
        String rest = folders.length() > 1 ? words.replace(folders, "") : words;
        return FOLDERS_WITHIN.matcher(rest).replaceAll("");
    }
}
