package org.normlab.report.trial;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The canonical text of a map: one line {@code key=value} an entry, sorted by key. In values a backslash, a line feed,
 * a carriage return and a NUL are written {@code \\}, {@code \n}, {@code \r} and {@code \0}. Equal maps give equal bytes, and the text is read
 * back without loss.
 */
public final class Text {
    private Text() {}

    /**
     * Writes a map.
     *
     * @param map keys without {@code =}, line breaks and backslashes; not modified
     * @return the text; empty for an empty map, else ending in a line feed
     * @throws IllegalArgumentException if a key holds one of those characters
     */
    public static String of(SortedMap<String, String> map) {
        map.keySet().forEach(Text::check);
        return map.entrySet().stream()
                .map(e -> e.getKey() + "=" + escape(e.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @param text the text
     * @return a new map
     * @throws IllegalArgumentException if a line has no {@code =}
     */
    public static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> map = new TreeMap<>();
        for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
                int equals = line.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("not a line key=value: " + line);
                }
                map.put(line.substring(0, equals), unescape(line.substring(equals + 1)));
            }
        }
        return map;
    }

    private static void check(String key) {
        if (key.isEmpty() || key.chars().anyMatch(c -> c == '=' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("not a key: " + escape(key));
        }
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "\\0");
    }

    private static String unescape(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && ++i < value.length()) {
                char code = value.charAt(i);
                c = code == 'n' ? '\n' : code == 'r' ? '\r' : code == '0' ? '\0' : code;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
