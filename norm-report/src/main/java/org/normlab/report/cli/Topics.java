package org.normlab.report.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooser rules, claims and running rules: what {@code norm explain} knows besides variants. */
final class Topics {
    private static final List<String> CHOOSER = named("R", 10);
    private static final List<String> CLAIMS = named("C", 23);

    private Topics() {}

    private static List<String> named(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }

    /** All claims that are tested, with what is known about each. */
    static List<Map<String, Object>> claims() {
        return CLAIMS.stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** All names. */
    static List<String> names() {
        Stream<String> running = Listing.rules().entries().stream().map(entry -> String.valueOf(entry.get("name")));
        return Stream.of(CHOOSER.stream(), CLAIMS.stream(), running)
                .flatMap(names -> names)
                .toList();
    }

    /**
     * What is known about one of them, in the order of reading.
     *
     * @param name in letters of any case
     * @return empty if there is none of that name
     */
    static Optional<Map<String, Object>> find(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (CHOOSER.contains(upper)) {
            return Optional.of(texts(upper, List.of("when", "advice", "because")));
        }
        if (CLAIMS.contains(upper)) {
            return Optional.of(texts(upper, List.of("claim", "tested", "holds", "known")));
        }
        return Listing.rules().entries().stream()
                .filter(rule -> upper.equalsIgnoreCase(String.valueOf(rule.get("name"))))
                .findFirst();
    }

    private static Map<String, Object> texts(String name, List<String> keys) {
        Properties all = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(Topics.class.getResourceAsStream("topics.properties"), "topics.properties")) {
            all.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("name", name);
        keys.forEach(key -> texts.put(key, Objects.requireNonNull(all.getProperty(name + "." + key), key)));
        return texts;
    }

    /** A heading, and a line a key. */
    static String text(Map<String, Object> topic) {
        return Columns.of(topic.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList());
    }
}
