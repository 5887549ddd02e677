package org.normlab.report.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.normlab.core.NormException;

/** A store in a PostgreSQL database, in the schema {@code normlab}. */
final class Postgres implements Engine {
    /** Parameters that cannot make the driver load a class, write a file or show a password. */
    private static final Set<String> ALLOWED = Set.of(
            "user",
            "ssl",
            "sslmode",
            "sslrootcert",
            "connectTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "ApplicationName");

    private static final String DISK_FULL = "53100";
    private static final List<String> DAMAGED = List.of("XX001", "XX002");

    private final String place;
    private final Connection connection;

    private Postgres(String place, Connection connection) {
        this.place = place;
        this.connection = connection;
    }

    /** Opens a store, and makes it if there is none. */
    static Postgres open(String url, Map<String, String> environment) {
        return opened(url, environment, Postgres::prepare);
    }

    /** Opens a store that is there already, to read only; empty if the database has none. */
    static Optional<Postgres> openToRead(String url, Map<String, String> environment) {
        Postgres engine = opened(url, environment, Postgres::inspect);
        try {
            if (engine.hasTables()) {
                return Optional.of(engine);
            }
            engine.connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw engine.fault(e);
        }
    }

    /** What is done to a fresh connection before it is used. */
    private interface Step {
        void apply(Postgres engine) throws SQLException;
    }

    private static Postgres opened(String url, Map<String, String> environment, Step step) {
        String place = url.replaceAll("\\?.*", "");
        refuseOtherParameters(place, url);
        try {
            Postgres engine = new Postgres(place, DriverManager.getConnection(url, properties(environment)));
            engine.applyOrClose(step);
            return engine;
        } catch (SQLException e) {
            throw Faults.failed(place, e);
        }
    }

    private void applyOrClose(Step step) throws SQLException {
        try {
            refusePooler();
            Sql.execute(connection, "SET search_path TO normlab");
            step.apply(this);
        } catch (SQLException | NormException e) {
            connection.close();
            throw e;
        }
    }

    private static void refuseOtherParameters(String place, String url) {
        Optional<String> refused = Arrays.stream(
                        url.substring(place.length()).replaceFirst("^\\?", "").split("&"))
                .map(parameter -> parameter.replaceAll("=.*", ""))
                .filter(name -> !name.isEmpty() && !ALLOWED.contains(name))
                .findFirst();
        if (refused.isPresent()) {
            throw Faults.place(
                    place,
                    "has the parameter " + refused.get(),
                    "use only " + String.join(", ", new TreeSet<>(ALLOWED)));
        }
    }

    private static Properties properties(Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("tcpKeepAlive", "true");
        Optional.ofNullable(environment.get("PGPASSWORD")).ifPresent(word -> properties.setProperty("password", word));
        return properties;
    }

    private void prepare() throws SQLException {
        Sql.execute(connection, "SET synchronous_commit = on");
        if (!hasTables()) {
            createOnce();
        }
        Schema.check(this);
    }

    private void inspect() throws SQLException {
        Sql.execute(connection, "SET default_transaction_read_only = on");
        if (hasTables()) {
            Schema.check(this);
        }
    }

    private boolean hasTables() throws SQLException {
        return !Sql.texts(connection, "SELECT tablename FROM pg_tables WHERE schemaname = ?", "normlab")
                .isEmpty();
    }

    /** The right to make a schema is asked for only where there is none. */
    private void createOnce() throws SQLException {
        Sql.execute(connection, "BEGIN");
        Sql.execute(connection, "SELECT pg_advisory_xact_lock(" + Sqlite.APPLICATION + ")");
        if (Sql.texts(connection, "SELECT nspname FROM pg_namespace WHERE nspname = ?", "normlab")
                .isEmpty()) {
            Sql.execute(connection, "CREATE SCHEMA normlab");
        }
        if (!hasTables()) {
            Schema.create(this);
        }
        Sql.execute(connection, "COMMIT");
    }

    /** A pooler that lends a connection for one transaction only would drop our lock. */
    private void refusePooler() throws SQLException {
        String backend = backend();
        if (!backend.equals(backend())) {
            throw Faults.place(
                    place, "is reached through a pooler in transaction mode", "connect to the server itself");
        }
    }

    private String backend() throws SQLException {
        return Sql.texts(connection, "SELECT pg_backend_pid()").get(0);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public String words(String script) {
        return script.replace("${REAL}", "DOUBLE PRECISION")
                .replace("${BYTES}", "BYTEA")
                .replace("${STRICT}", "");
    }

    @Override
    public void begin(Purpose purpose) throws SQLException {
        Sql.execute(
                connection,
                switch (purpose) {
                    case READ -> "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                    case CLAIM -> "BEGIN; SET LOCAL synchronous_commit = off";
                    case SAVE -> "BEGIN";
                });
    }

    @Override
    public Claims claims() throws SQLException {
        return new AdvisoryLocks(connection);
    }

    @Override
    public SortedMap<String, String> facts() throws SQLException {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
            facts.put(
                    name,
                    Sql.texts(connection, "SELECT current_setting(?)", name).get(0));
        }
        facts.put("engine", "PostgreSQL " + facts.get("server_version"));
        return facts;
    }

    @Override
    public NormException fault(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Faults.full(place, "");
        }
        return DAMAGED.contains(state)
                ? Faults.damaged(place, String.valueOf(cause.getMessage()))
                : Faults.failed(place, cause);
    }
}
