package org.normlab.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.normlab.core.NormException;

/** Opens stores: a path names an SQLite file, {@code jdbc:postgresql:...} a database. */
public final class Stores {
    private static final String POSTGRES = "jdbc:postgresql:";

    private Stores() {}

    /**
     * Opens a store to write, and makes it if there is none.
     *
     * @param location a path, or {@code jdbc:postgresql://host/database?user=name}; the password comes from the
     *     environment variable PGPASSWORD or a password file
     * @return the store; to be closed
     * @throws NormException OPTION if the place cannot hold a store; STATE if what lies there is damaged, newer or
     *     another program's, which is left as it is; RESOURCE if the disk or the server refuses
     */
    public static ResultStore open(String location) {
        return new SqlStore(
                location.startsWith(POSTGRES) ? Postgres.open(location, System.getenv()) : Sqlite.open(path(location)));
    }

    /**
     * Opens a store that is there already, to read only; it may be written by others meanwhile.
     *
     * @param location as for {@link #open}
     * @return the store; to be closed
     * @throws NormException as {@link #open}; OPTION also if there is no store
     */
    public static ResultStore openToRead(String location) {
        return find(location)
                .orElseThrow(() -> Faults.place(
                        location.replaceAll("\\?.*", ""), "is not there", "run a study first, or name its store"));
    }

    /**
     * Opens a store to read only if there is one; makes nothing.
     *
     * @param location as for {@link #open}
     * @return the store, to be closed; empty if the file is missing, or the database has no store in it
     * @throws NormException as {@link #open}
     */
    public static Optional<ResultStore> find(String location) {
        Optional<? extends Engine> found = location.startsWith(POSTGRES)
                ? Postgres.openToRead(location, System.getenv())
                : Sqlite.openToRead(path(location));
        return found.map(SqlStore::new);
    }

    /** One file has one name, however it is linked to: what SQLite follows, the lock files beside it must follow. */
    private static Path path(String location) {
        if (location.isBlank()
                || location.startsWith(":")
                || location.contains("?")
                || location.matches("(?i)(file|jdbc):.*")) {
            throw Faults.place(
                    location, "is no path of a store", "use a plain path, or jdbc:postgresql://host/database");
        }
        try {
            Path given = Path.of(location).toAbsolutePath();
            return Files.exists(given) ? given.toRealPath() : given.normalize();
        } catch (IOException e) {
            throw Faults.place(location, "cannot be followed: " + e.getMessage(), "name the file itself");
        } catch (InvalidPathException e) {
            throw Faults.place(location.replace('\0', ' '), "is no path", "use a plain path");
        }
    }
}
