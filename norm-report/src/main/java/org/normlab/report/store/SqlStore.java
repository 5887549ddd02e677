package org.normlab.report.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.normlab.core.NormException;
import org.normlab.report.store.Engine.Purpose;
import org.normlab.report.text.Sha256;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** The store in SQL: one connection, one transaction a method, the same statements on every engine. */
final class SqlStore implements ResultStore {
    private static final int PAGE = 256;

    private final Engine engine;
    private final Connection connection;
    private final Rows rows;
    private Optional<Claims> claims = Optional.empty();

    SqlStore(Engine engine) {
        this.engine = engine;
        this.connection = engine.connection();
        this.rows = new Rows(engine);
    }

    /** The body of a transaction. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    private synchronized <T> T transaction(Purpose purpose, Work<T> work) {
        try {
            engine.begin(purpose);
            try {
                T result = work.run();
                Sql.execute(connection, "COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw engine.fault(e);
        }
    }

    /** SQLite may have rolled back by itself, which makes this fail: then only the cause counts. */
    private void rollBack(Exception cause) {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void enter(String name, SortedMap<String, String> definition) {
        String record = Text.of(definition);
        transaction(Purpose.SAVE, () -> {
            int added = Sql.update(
                    connection,
                    "INSERT INTO study (name, record, sha256) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
                    name,
                    record,
                    Sha256.hex(record));
            SortedMap<String, String> kept =
                    added == 1 ? definition : rows.studies().getOrDefault(name, definition);
            if (!kept.equals(definition)) {
                throw Faults.changed(name, Records.difference(kept, definition));
            }
            return added;
        });
    }

    @Override
    public SortedMap<String, SortedMap<String, String>> studies() {
        return transaction(Purpose.READ, rows::studies);
    }

    @Override
    public Claim claim(Trial trial, Set<Outcome> again) {
        String id = trial.id();
        return transaction(Purpose.CLAIM, () -> {
            boolean mine = take(id);
            Optional<Outcome> outcome = rows.outcome(id);
            if (mine && outcome.isPresent() && again.contains(outcome.get())) {
                rows.retire(id);
                return Claim.MINE;
            }
            if (mine && outcome.isPresent()) {
                giveBack(id);
            }
            return outcome.isPresent() ? Claim.DONE : mine ? Claim.MINE : Claim.TAKEN;
        });
    }

    /**
     * Inserts the claim, or takes it over from a dead holder. This comes before the look at the results: whoever finishes
     * the trial deletes the claim in the transaction that adds the result, so after a successful insertion it is seen.
     */
    private boolean take(String id) throws SQLException {
        String me = claims().holder();
        int added = Sql.update(
                connection,
                "INSERT INTO claim (trial_id, holder, attempt) VALUES (?, ?, 1) ON CONFLICT (trial_id) DO NOTHING",
                id,
                me);
        if (added == 1) {
            return true;
        }
        for (String other : Sql.texts(connection, "SELECT holder FROM claim WHERE trial_id = ?", id)) {
            if (!claims().alive(other)) {
                return 1
                        == Sql.update(
                                connection,
                                "UPDATE claim SET holder = ?, attempt = attempt + 1 WHERE trial_id = ? AND holder = ?",
                                me,
                                id,
                                other);
            }
        }
        return false;
    }

    private Claims claims() throws SQLException {
        if (claims.isEmpty()) {
            claims = Optional.of(engine.claims());
        }
        return claims.get();
    }

    private int giveBack(String id) throws SQLException {
        return Sql.update(connection, "DELETE FROM claim WHERE trial_id = ? AND holder = ?", id, claims().holder());
    }

    @Override
    public void release(Trial trial) {
        transaction(Purpose.CLAIM, () -> giveBack(trial.id()));
    }

    @Override
    public void save(TrialResult result) {
        String id = result.trial().id();
        transaction(Purpose.SAVE, () -> {
            rows.keep(result);
            return giveBack(id);
        });
    }

    @Override
    public Optional<TrialResult> find(String id) {
        return transaction(Purpose.READ, () -> rows.find(id));
    }

    @Override
    public void each(Consumer<TrialResult> sound, Consumer<NormException> damaged) {
        String last = "";
        while (true) {
            TreeMap<String, Optional<TrialResult>> page = new TreeMap<>();
            List<NormException> faults = new ArrayList<>();
            String from = last;
            transaction(Purpose.READ, () -> {
                for (String id : rows.idsAfter(from, PAGE)) {
                    page.put(id, read(id, faults));
                }
                return page;
            });
            if (page.isEmpty()) {
                return;
            }
            page.values().forEach(result -> result.ifPresent(sound));
            faults.forEach(damaged);
            last = page.lastKey();
        }
    }

    private Optional<TrialResult> read(String id, List<NormException> faults) throws SQLException {
        try {
            return rows.find(id);
        } catch (NormException e) {
            faults.add(e);
            return Optional.empty();
        }
    }

    @Override
    public synchronized SortedMap<String, String> facts() {
        try {
            return engine.facts();
        } catch (SQLException e) {
            throw engine.fault(e);
        }
    }

    @Override
    public synchronized void close() {
        try (connection) {
            if (claims.isPresent()) {
                Sql.update(
                        connection,
                        "DELETE FROM claim WHERE holder = ?",
                        claims.get().holder());
                claims.get().close();
            }
        } catch (SQLException e) {
            throw engine.fault(e);
        }
    }
}
