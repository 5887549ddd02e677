package org.normlab.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.core.NormException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A store in one SQLite file, written ahead and forced to disk at each commit. */
final class Sqlite implements Engine {
    /** Marks our files in SQLite's header: the letters "norm". */
    static final int APPLICATION = 0x6e6f726d;

    private static final String MARK_AND_TABLES =
            "SELECT application_id || ' ' || (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id";

    private static final long SMALL = 64L << 20;

    /** Each setting and what it must read back as. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "synchronous", "2",
            "foreign_keys", "1",
            "trusted_schema", "0",
            "cell_size_check", "1",
            "mmap_size", "0",
            "checkpoint_fullfsync", "1"));

    private final Path file;
    private final Connection connection;

    private Sqlite(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens a store to write, and makes it if there is none. A file of another kind is refused and left as it is. */
    static Sqlite open(Path file) {
        LocalFile.check(file);
        return opened(new Sqlite(file, SqliteConnection.writing(file)), Sqlite::prepare);
    }

    /** Opens a store that is there already, to read only. */
    static Optional<Sqlite> openToRead(Path file) {
        if (!LocalFile.isThere(file)) {
            return Optional.empty();
        }
        return Optional.of(opened(new Sqlite(file, SqliteConnection.reading(file)), Sqlite::inspect));
    }

    /** What is done to a fresh connection before it is used. */
    private interface Step {
        void apply(Sqlite engine) throws SQLException;
    }

    private static Sqlite opened(Sqlite engine, Step step) {
        try {
            step.apply(engine);
            return engine;
        } catch (SQLException e) {
            engine.abandon();
            throw engine.fault(e);
        } catch (NormException e) {
            engine.abandon();
            throw e;
        }
    }

    private void abandon() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private void prepare() throws SQLException {
        boolean empty = refuseForeign();
        if (!SqliteConnection.writeAhead(connection)) {
            throw Faults.unusable(place(), "cannot be written ahead", "use a local disk, or PostgreSQL");
        }
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            Sql.execute(connection, "PRAGMA " + setting.getKey() + "=" + setting.getValue());
        }
        refuseOtherSettings();
        if (empty) {
            createOnce();
        }
        inspect();
    }

    /**
     * Whether there is no table yet; another process may be about to make them. The mark and the tables are read by one
     * statement: between two of them that process could commit, and a store of ours would look like a foreign file.
     */
    private boolean refuseForeign() throws SQLException {
        String seen = Sql.texts(connection, MARK_AND_TABLES).get(0);
        boolean empty = seen.endsWith(" 0");
        if (!seen.startsWith(APPLICATION + " ") && !seen.equals("0 0")) {
            throw Faults.foreign(place(), "another program's SQLite file");
        }
        if (!empty) {
            Schema.checkVersion(place(), pragma("user_version"));
        }
        return empty;
    }

    private void refuseOtherSettings() throws SQLException {
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            String is = pragma(setting.getKey());
            if (!is.equals(setting.getValue())) {
                throw Faults.unusable(
                        place(),
                        "keeps " + setting.getKey() + " at " + is,
                        "use the SQLite library shipped with this program");
            }
        }
    }

    private void createOnce() throws SQLException {
        begin(Purpose.SAVE);
        if (Sql.texts(connection, "SELECT name FROM sqlite_schema LIMIT 1").isEmpty()) {
            Sql.execute(connection, "PRAGMA application_id=" + APPLICATION);
            Sql.execute(connection, "PRAGMA user_version=" + Schema.VERSION);
            Schema.create(this);
        }
        Sql.execute(connection, "COMMIT");
    }

    private void inspect() throws SQLException {
        if (refuseForeign()) {
            throw Faults.foreign(place(), "it has no tables");
        }
        if (!objects(connection).equals(expectedObjects())) {
            throw Faults.damaged(place(), "its tables, triggers or views are not those of schema " + Schema.VERSION);
        }
        Schema.check(this);
        if (size() <= SMALL) {
            String found = pragma("quick_check(1)");
            if (!found.equals("ok")) {
                throw Faults.damaged(place(), found);
            }
        }
    }

    private static List<String> objects(Connection connection) throws SQLException {
        return Sql.texts(
                connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    }

    private static List<String> expectedObjects() throws SQLException {
        try (Connection memory = SqliteConnection.memory()) {
            Schema.create(new Sqlite(Path.of("memory"), memory));
            return objects(memory);
        }
    }

    private String pragma(String name) throws SQLException {
        List<String> answer = Sql.texts(connection, "PRAGMA " + name);
        return answer.isEmpty() ? "absent" : answer.get(0);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Faults.unusable(place(), "cannot be measured: " + e.getMessage(), "check that it is there");
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public String words(String script) {
        return script.replace("${REAL}", "REAL").replace("${BYTES}", "BLOB").replace("${STRICT}", "STRICT");
    }

    /** Writers begin at once, since a transaction that begins with reading fails when another process writes first. */
    @Override
    public void begin(Purpose purpose) throws SQLException {
        if (purpose == Purpose.READ) {
            Sql.execute(connection, "BEGIN");
        } else {
            Sql.execute(connection, "PRAGMA synchronous=" + (purpose == Purpose.SAVE ? "FULL" : "NORMAL"));
            Sql.execute(connection, "BEGIN IMMEDIATE");
        }
    }

    @Override
    public Claims claims() {
        return FileLocks.beside(file);
    }

    @Override
    public SortedMap<String, String> facts() throws SQLException {
        Sql.execute(connection, "PRAGMA synchronous=FULL");
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put(
                "engine",
                "SQLite " + Sql.texts(connection, "SELECT sqlite_version()").get(0));
        facts.put("journal_mode", pragma("journal_mode"));
        for (String setting : SETTINGS.keySet()) {
            facts.put(setting, pragma(setting));
        }
        return facts;
    }

    @Override
    public NormException fault(SQLException cause) {
        SQLiteErrorCode code =
                cause instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_FULL -> Faults.full(place(), LocalFile.free(file));
            case SQLITE_NOTADB -> Faults.foreign(place(), "not an SQLite file");
            case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_CORRUPT_VTAB, SQLITE_FORMAT ->
                Faults.damaged(place(), String.valueOf(cause.getMessage()));
            default -> Faults.failed(place(), cause);
        };
    }
}
