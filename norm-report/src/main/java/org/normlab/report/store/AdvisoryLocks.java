package org.normlab.report.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Claims by advisory locks of PostgreSQL: each holder keeps one on its connection for as long as it works; the server frees
 * it when the connection ends.
 *
 * <p>The connection is the store's own, and used by one thread at a time as that is.
 */
final class AdvisoryLocks implements Claims {
    private final Connection connection;
    private final UUID holder = UUID.randomUUID();

    AdvisoryLocks(Connection connection) throws SQLException {
        this.connection = connection;
        ask("SELECT pg_advisory_lock(?) IS NOT NULL", holder);
    }

    @Override
    public String holder() {
        return holder.toString();
    }

    @Override
    public boolean alive(String other) {
        UUID theirs = UUID.fromString(other);
        try {
            return theirs.equals(holder) || !ask("SELECT pg_try_advisory_xact_lock(?)", theirs);
        } catch (SQLException e) {
            throw Faults.failed("claims", e);
        }
    }

    private boolean ask(String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try {
            ask("SELECT pg_advisory_unlock(?)", holder);
        } catch (SQLException e) {
            throw Faults.failed("claims", e);
        }
    }
}
