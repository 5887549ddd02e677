package org.normlab.report.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of texts and bytes; a hexadecimal digest has 64 lower-case digits. */
public final class Sha256 {
    private Sha256() {}

    /**
     * A digest to be fed piece by piece.
     *
     * @return a new one
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The digest of the UTF-8 bytes of a text.
     *
     * @param text the text
     * @return 32 bytes
     */
    public static byte[] of(String text) {
        return start().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The digest of the UTF-8 bytes of a text.
     *
     * @param text the text
     * @return hexadecimal digits
     */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /**
     * The digest of bytes.
     *
     * @param bytes not modified
     * @return hexadecimal digits
     */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    /**
     * Finishes a digest.
     *
     * @param digest that has been fed; reset
     * @return hexadecimal digits
     */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
