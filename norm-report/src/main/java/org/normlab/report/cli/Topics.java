package org.normlab.report.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
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

/** Chooser rules, claims and running rules: what {@code norm explain} knows besides variants. */
final class Topics {
    /** The key of a claim's study file, whole. */
    static final String STUDY = "study";

    private static final List<String> CHOOSER = named("R", 10);
    private static final List<String> CLAIMS = named("C", 23);

    private Topics() {}

    private static List<String> named(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }

    /** All claims, with what is known about each. */
    static List<Map<String, Object>> claims() {
        return CLAIMS.stream().map(name -> find(name).orElseThrow()).toList();
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
            return Optional.of(claim(upper));
        }
        return Listing.rules().entries().stream()
                .filter(rule -> upper.equalsIgnoreCase(String.valueOf(rule.get("name"))))
                .findFirst();
    }

    private static Map<String, Object> claim(String name) {
        Map<String, Object> texts = texts(name, List.of("claim", "test", "holds", "known", "here"));
        resource("claims/" + name + ".yaml").ifPresent(study -> texts.put(STUDY, study));
        return texts;
    }

    private static Map<String, Object> texts(String name, List<String> keys) {
        Properties all = new Properties();
        try {
            all.load(new StringReader(resource("topics.properties").orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("name", name);
        keys.forEach(key -> texts.put(key, Objects.requireNonNull(all.getProperty(name + "." + key), key)));
        return texts;
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = Topics.class.getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A heading, and a line a key; a study file comes last, as it is. */
    static String text(Map<String, Object> topic) {
        String lines = Columns.of(topic.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(STUDY))
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList());
        return topic.containsKey(STUDY)
                ? lines + "\nA study for `norm run`, which --study prints alone:\n\n" + topic.get(STUDY)
                : lines;
    }
}
