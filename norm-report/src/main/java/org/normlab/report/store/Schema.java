package org.normlab.report.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables: made by a numbered script, known by a number in the table {@code meta}. */
final class Schema {
    /** The schema that this program writes. */
    static final int VERSION = 1;

    private Schema() {}

    /** Makes all tables in an empty store; to be called in a transaction that writes. */
    static void create(Engine engine) throws SQLException {
        Connection connection = engine.connection();
        for (String statement : engine.words(script()).split(";")) {
            if (!statement.isBlank()) {
                Sql.execute(connection, statement);
            }
        }
        put(connection, "application", "normlab");
        put(connection, "schema", String.valueOf(VERSION));
    }

    /** Refuses a store whose table {@code meta} names no schema, or one that this program does not know. */
    static void check(Engine engine) throws SQLException {
        List<String> found = Sql.texts(engine.connection(), "SELECT value FROM meta WHERE name = ?", "schema");
        if (found.isEmpty()) {
            throw Faults.damaged(engine.place(), "its table meta names no schema");
        }
        checkVersion(engine.place(), found.get(0));
    }

    static void checkVersion(String place, String found) {
        if (!found.matches("[1-9][0-9]{0,8}")) {
            throw Faults.damaged(place, "its schema is " + found);
        }
        if (Integer.parseInt(found) > VERSION) {
            throw Faults.newer(place, found);
        }
    }

    private static void put(Connection connection, String name, String value) throws SQLException {
        Sql.update(connection, "INSERT INTO meta (name, value) VALUES (?, ?)", name, value);
    }

    private static String script() {
        try (InputStream in = Schema.class.getResourceAsStream("/sql/001.sql")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks sql/001.sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }
}
