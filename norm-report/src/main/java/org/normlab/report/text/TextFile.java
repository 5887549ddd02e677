package org.normlab.report.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a text file whole or not at all: beside its place, forced to the disk, then renamed. */
public final class TextFile {
    private TextFile() {}

    /**
     * Writes the text as UTF-8 and replaces what was there; a symbolic link at the place is replaced, not followed.
     *
     * @param place the file; its folder exists
     * @param text its whole content
     * @throws IOException if it cannot be written; then the place is as it was before
     */
    public static void write(Path place, String text) throws IOException {
        Path beside = place.resolveSibling(".norm-" + UUID.randomUUID() + ".part");
        try {
            fill(beside, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A new file is as open to others as the user's files are; a temporary one would be the owner's alone. */
    private static void fill(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
