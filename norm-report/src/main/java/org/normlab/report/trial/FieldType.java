package org.normlab.report.trial;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What values a field takes, and their canonical text: integers in decimal, doubles as {@link Double#toHexString}, which
 * loses no bit and is the same on every Java.
 *
 * @param <T> the type of the values
 * @param form how a study file writes them
 * @param range the allowed values in words
 * @param read from text, canonical or as a person types it; throws IllegalArgumentException
 * @param write canonical text
 * @param allowed whether a value lies in the range
 */
record FieldType<T>(
        Form form, String range, Function<String, T> read, Function<T, String> write, Predicate<T> allowed) {
    private static final int LONGEST = 255;

    static FieldType<String> text() {
        return new FieldType<>(
                Form.TEXT,
                "a text of 1 to " + LONGEST + " characters without control characters",
                Function.identity(),
                Function.identity(),
                t -> !t.isBlank() && t.length() <= LONGEST && t.chars().noneMatch(Character::isISOControl));
    }

    static FieldType<String> oneOf(String... names) {
        List<String> known = List.of(names);
        return new FieldType<>(
                Form.TEXT,
                "one of " + String.join(", ", known),
                Function.identity(),
                Function.identity(),
                known::contains);
    }

    static FieldType<String> matching(String pattern, String range) {
        return new FieldType<>(Form.TEXT, range, Function.identity(), Function.identity(), t -> t.matches(pattern));
    }

    static FieldType<Integer> count(int least) {
        return new FieldType<>(
                Form.INTEGER, "an integer from " + least + " on", Integer::valueOf, String::valueOf, n -> n >= least);
    }

    static FieldType<Long> seed() {
        return new FieldType<>(Form.INTEGER, "an integer of 64 bits", Long::valueOf, String::valueOf, n -> true);
    }

    static FieldType<Double> real(String range, Predicate<Double> allowed) {
        return new FieldType<>(
                Form.REAL, range, Double::valueOf, Double::toHexString, x -> Double.isFinite(x) && allowed.test(x));
    }

    /** One or more words of a pattern without spaces. */
    static FieldType<List<String>> words(String pattern, String range) {
        return list(range, list -> !list.isEmpty() && list.stream().allMatch(word -> word.matches(pattern)));
    }

    static FieldType<List<String>> list(String range, Predicate<List<String>> allowed) {
        return new FieldType<>(
                Form.LIST,
                range,
                text -> text.isEmpty() ? List.of() : List.of(text.split(" ")),
                list -> String.join(" ", list),
                allowed);
    }

    static FieldType<SortedMap<String, Double>> options() {
        return new FieldType<>(
                Form.MAP,
                "finite numbers by name",
                FieldType::readOptions,
                FieldType::writeOptions,
                map -> map.entrySet().stream()
                        .allMatch(e -> e.getKey().matches("[A-Za-z0-9_-]+") && Double.isFinite(e.getValue())));
    }

    /** Of these values one alone. A field may have no other as long as nothing would heed it, but stored trials still name it. */
    FieldType<T> only(T value, String range) {
        return new FieldType<>(form, range, read, write, value::equals);
    }

    private static SortedMap<String, Double> readOptions(String text) {
        SortedMap<String, Double> map = new TreeMap<>();
        Arrays.stream(text.split(" ")).filter(part -> !part.isEmpty()).forEach(part -> {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not name=number: " + part);
            }
            map.put(part.substring(0, equals), Double.valueOf(part.substring(equals + 1)));
        });
        return Collections.unmodifiableSortedMap(map);
    }

    private static String writeOptions(SortedMap<String, Double> map) {
        return map.entrySet().stream()
                .map(e -> e.getKey() + "=" + Double.toHexString(e.getValue()))
                .collect(Collectors.joining(" "));
    }
}
