package org.normlab.report.random;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normlab.report.text.Sha256;

/**
 * A family of random streams: one for each purpose and each choice of fields.
 *
 * <p>The seed of a stream is the first eight bytes, big-endian, of SHA-256 over the UTF-8 text
 * {@code normlab/1|root|purpose|field=value|...} with the fields sorted by name. So two runs that name the same purpose and
 * fields draw the same numbers, whatever else they do; that is how the arms of a comparison are paired.
 *
 * @param root the root seed
 * @param fields values by name, shared by every stream opened from here; not to be modified
 */
public record Streams(long root, SortedMap<String, String> fields) {
    private static final String VERSION = "normlab/1";

    /**
     * Copies the fields.
     *
     * @param root the root seed
     * @param fields values by name, shared by every stream opened from here; not to be modified
     */
    public Streams {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * The family of a root seed, without fields.
     *
     * @param root the root seed
     * @return the family
     */
    public static Streams root(long root) {
        return new Streams(root, Collections.emptySortedMap());
    }

    /**
     * The family with one more field.
     *
     * @param field its name, such as {@code replicate}
     * @param value its value, turned to text
     * @return a narrower family
     */
    public Streams with(String field, Object value) {
        SortedMap<String, String> more = new TreeMap<>(fields);
        more.put(field, String.valueOf(value));
        return new Streams(root, more);
    }

    /**
     * Opens the stream of a purpose at its start.
     *
     * @param purpose such as {@code split}, {@code order}, {@code init} or {@code dropout}
     * @return a new stream, the same draws each time
     */
    public Stream open(String purpose) {
        String tail = fields.entrySet().stream()
                .map(field -> "|" + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
        byte[] digest = Sha256.of(VERSION + "|" + root + "|" + purpose + tail);
        return Stream.of(ByteBuffer.wrap(digest).getLong());
    }
}
