package org.normlab.report.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.normlab.report.data.Origin.FileDigest;
import org.normlab.report.text.Sha256;

/**
 * One shipped file.
 *
 * @param digest its name and its digest, found to be the listed one
 * @param bytes all of it; not to be modified
 */
record Resource(FileDigest digest, byte[] bytes) {
    /** Reads a file and compares it with the shipped list of digests. */
    static Resource checked(String file) {
        byte[] bytes = read(file);
        String sha256 = Sha256.hex(bytes);
        String sums = new String(read("SHA256SUMS"), StandardCharsets.US_ASCII);
        if (sums.lines().noneMatch((sha256 + "  " + file)::equals)) {
            throw Refusal.of(file, "sha256", sha256, "is not the digest of the shipped file", "install the tool again");
        }
        return new Resource(new FileDigest(file, sha256), bytes);
    }

    /** Parses the file. */
    <T> T parse(Content.Parser<T> parser) {
        return parse(0, parser);
    }

    /** Parses the file from a byte on. */
    <T> T parse(int from, Content.Parser<T> parser) {
        try {
            return Content.parse(digest.file(), new ByteArrayInputStream(bytes, from, bytes.length - from), parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream stream = Resource.class.getResourceAsStream("/data/" + file)) {
            if (stream == null) {
                throw Refusal.of(file, "resource", "/data/" + file, "is missing", "install the tool again");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
