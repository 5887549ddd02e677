package org.normlab.report.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Statements with bound values. */
final class Sql {
    private Sql() {}

    /** Reads one row of an answer. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet answer = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (answer.next()) {
                    rows.add(row.read(answer));
                }
                return rows;
            }
        }
    }

    /** The first column of all rows. */
    static List<String> texts(Connection connection, String sql, Object... values) throws SQLException {
        return query(connection, sql, row -> String.valueOf(row.getString(1)), values);
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof OptionalDouble number) {
            if (number.isPresent()) {
                statement.setDouble(place, number.getAsDouble());
            } else {
                statement.setNull(place, Types.DOUBLE);
            }
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else {
            statement.setObject(place, value);
        }
    }
}
