package org.normlab.report.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens SQLite files. */
final class SqliteConnection {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 20;

    private SqliteConnection() {}

    static Connection writing(Path file) {
        return open(file, "jdbc:sqlite:" + file, config());
    }

    /** Read-only; on media without write permission only if no log lies beside the file, for then nothing can change it. */
    static Connection reading(Path file) {
        boolean resting = !Files.isWritable(file.getParent()) && Files.notExists(Path.of(file + "-wal"));
        SQLiteConfig config = config();
        config.setReadOnly(true);
        String mode = resting ? "?immutable=1" : "?mode=ro";
        return open(file, "jdbc:sqlite:file:" + file.toUri().getRawPath() + mode, config);
    }

    static Connection memory() {
        return open(Path.of("memory"), "jdbc:sqlite::memory:", config());
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config;
    }

    private static Connection open(Path file, String url, SQLiteConfig config) {
        try {
            NativeLibrary.load();
            return config.createConnection(url);
        } catch (SQLException e) {
            throw Faults.failed(file.toString(), e);
        }
    }

    /** Turns on writing ahead; SQLite does not wait here for another process that does the same, so we do. */
    static boolean writeAhead(Connection connection) throws SQLException {
        for (int waited = 0; ; waited += PAUSE_MILLIS) {
            try {
                return Sql.texts(connection, "PRAGMA journal_mode=WAL").contains("wal");
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || waited >= PATIENCE_MILLIS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
