package org.normlab.report.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.normlab.core.NormException;

/** Writes a file whole or not at all: beside the target under a fresh name, forced to disk, then renamed over it. */
final class AtomicFile {
    private AtomicFile() {}

    /** Something that writes bytes. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream stream) throws IOException;
    }

    static void write(Path target, Writer writer) {
        try {
            Path beside = target.resolveSibling(".normlab-" + UUID.randomUUID() + ".part");
            try {
                fill(beside, writer);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Makes a folder and those above it where they are missing. */
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static NormException unwritable(Path target, IOException e) {
        return Refusal.ofMachine(
                target.toString(),
                "output",
                Refusal.why(e),
                "stops it from being written",
                "check folder, permissions and free space");
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

    /** Renames a finished file over the target and forces the folder where the system can. */
    static void move(Path finished, Path target) throws IOException {
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders; the rename itself is still atomic there
        }
    }
}
