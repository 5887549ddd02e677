package org.normlab.report.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: beside its place under a fresh name, forced to the disk, then renamed. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Something that writes bytes. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes all of them.
         *
         * @param stream buffered; the caller closes it
         * @throws IOException if they cannot be written
         */
        void write(OutputStream stream) throws IOException;
    }

    /**
     * Writes a text as UTF-8 and replaces what was there; a symbolic link at the place is replaced, not followed.
     *
     * @param place the file; its folder exists
     * @param text its whole content
     * @throws IOException if it cannot be written; then the place is as it was before
     */
    public static void write(Path place, String text) throws IOException {
        write(place, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes bytes and replaces what was there; a symbolic link at the place is replaced, not followed.
     *
     * @param place the file; its folder exists
     * @param writer writes its whole content
     * @throws IOException if it cannot be written; then the place is as it was before, as it is if the writer throws
     */
    public static void write(Path place, Writer writer) throws IOException {
        Path beside = place.resolveSibling(".norm-" + UUID.randomUUID() + ".part");
        try {
            fill(beside, writer);
            move(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A new file is as open to others as the user's files are; a temporary one would be the owner's alone. */
    private static void fill(Path beside, Writer writer) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            writer.write(stream);
            stream.flush();
            channel.force(true);
        }
    }

    /** Renames a finished file over its place and forces the folder where the system can. */
    private static void move(Path finished, Path place) throws IOException {
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(place.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders; the rename itself is still atomic there
        }
    }
}
