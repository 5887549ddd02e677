package org.normlab.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which its driver unpacks to a file that it deletes when the JVM ends in order.
 *
 * <p>A process that is killed or interrupted does not, and would leave a megabyte behind each time. So the file goes as soon as it is
 * loaded.
 */
final class NativeLibrary {
    /** Where the driver unpacks; whoever sets it, since no program may run from the usual folder, is heeded. */
    private static final String FOLDER = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Loads it, unless it is loaded. */
    static synchronized void load() throws SQLException {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("normlab-sqlite-");
            folder.toFile().deleteOnExit();
            System.setProperty(FOLDER, folder.toString());
            SQLiteJDBCLoader.initialize();
            delete(folder);
        } catch (Exception e) {
            throw new SQLException("SQLite could not be unpacked: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> unpacked = files.toList();
            for (Path file : unpacked) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // a system that keeps what is loaded: it goes when the JVM ends
        }
    }
}
