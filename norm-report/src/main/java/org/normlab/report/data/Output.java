package org.normlab.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.normlab.core.NormException;
import org.normlab.report.text.AtomicFile;

/** Files and folders of the user that are written; whatever goes wrong becomes one {@link NormException}. */
final class Output {
    private Output() {}

    /** Writes a file whole or not at all. */
    static void write(Path target, AtomicFile.Writer writer) {
        try {
            AtomicFile.write(target, writer);
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
}
