package org.normlab.report.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.report.text.Sha256;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Rows of results, written and read inside transactions of {@link SqlStore}; each read verifies its digests. */
final class Rows {
    private final Engine engine;
    private final Connection connection;

    Rows(Engine engine) {
        this.engine = engine;
        this.connection = engine.connection();
    }

    /** A text and the digest that stands beside it. */
    private record Sealed(String record, String sha256) {
        boolean sound() {
            return Sha256.hex(record).equals(sha256);
        }
    }

    SortedMap<String, SortedMap<String, String>> studies() throws SQLException {
        SortedMap<String, SortedMap<String, String>> studies = new TreeMap<>();
        for (String name : Sql.texts(connection, "SELECT name FROM study")) {
            sealed("SELECT record, sha256 FROM study WHERE name = ?", name)
                    .ifPresent(record -> studies.put(name, Text.parse(record)));
        }
        return studies;
    }

    /** Adds a result, or settles it with the one that is there already. */
    void keep(TrialResult result) throws SQLException {
        String id = result.trial().id();
        String record = Records.write(result);
        Optional<String> kept = sealed("SELECT record, sha256 FROM trial WHERE trial_id = ?", id);
        if (kept.isEmpty()) {
            insert(result, record);
        } else if (!kept.get().equals(record)) {
            settle(result, kept.get(), record);
        }
    }

    private void settle(TrialResult result, String kept, String record) throws SQLException {
        String id = result.trial().id();
        boolean keptMayChange = parsed(id, kept).outcome().dependsOnMachine();
        boolean newMayChange = result.outcome().dependsOnMachine();
        if (!keptMayChange && !newMayChange) {
            throw Faults.notReproducible(id, kept, record);
        }
        if (keptMayChange && !newMayChange) {
            retire(id);
            insert(result, record);
        }
    }

    private void insert(TrialResult result, String record) throws SQLException {
        String id = result.trial().id();
        insertTrial(result, record);
        for (Curve curve : result.measures().curves()) {
            Sql.update(
                    connection,
                    "INSERT INTO curve (trial_id, name, points) VALUES (?, ?, ?)",
                    id,
                    curve.name(),
                    Records.bytes(curve));
        }
        String timing = Records.write(result.timing());
        Sql.update(
                connection,
                "INSERT INTO timing (trial_id, record, sha256, attempt)"
                        + " VALUES (?, ?, ?, coalesce((SELECT attempt FROM claim WHERE trial_id = ?), 1))",
                id,
                timing,
                Sha256.hex(timing),
                id);
    }

    private void insertTrial(TrialResult result, String record) throws SQLException {
        Trial trial = result.trial();
        Sql.update(
                connection,
                "INSERT INTO trial (trial_id, outcome, record, sha256, network, data, norm, batch_size, learning_rate,"
                        + " replicate, test_error, train_error, steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                trial.id(),
                result.outcome().name(),
                record,
                Sha256.hex(record),
                trial.get(Fields.NETWORK),
                trial.get(Fields.DATA),
                trial.get(Fields.NORM),
                trial.get(Fields.BATCH_SIZE),
                trial.get(Fields.LEARNING_RATE),
                trial.get(Fields.REPLICATE),
                result.number(Measures.TEST_ERROR),
                result.number(Measures.TRAIN_ERROR),
                (long) result.number(Measures.STEPS).orElse(0));
    }

    Optional<Outcome> outcome(String id) throws SQLException {
        return sealed("SELECT record, sha256 FROM trial WHERE trial_id = ?", id)
                .map(record -> parsed(id, record).outcome());
    }

    /** Reads a record whose digest is right; another program may have written both. */
    private TrialResult parsed(String id, String record) {
        try {
            return Records.read(record);
        } catch (IllegalArgumentException e) {
            throw Faults.damagedRow(engine.place(), id, String.valueOf(e.getMessage()));
        }
    }

    /** Sets a result aside, so that the trial counts as not done. */
    void retire(String id) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO retired (trial_id, record, sha256) SELECT trial_id, record, sha256 FROM trial"
                        + " WHERE trial_id = ? ON CONFLICT (trial_id, sha256) DO NOTHING",
                id);
        Sql.update(connection, "DELETE FROM trial WHERE trial_id = ?", id);
    }

    List<String> idsAfter(String id, int most) throws SQLException {
        return Sql.texts(
                connection, "SELECT trial_id FROM trial WHERE trial_id > ? ORDER BY trial_id LIMIT ?", id, most);
    }

    Optional<TrialResult> find(String id) throws SQLException {
        Optional<String> record = sealed("SELECT record, sha256 FROM trial WHERE trial_id = ?", id);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        TrialResult plain = parsed(id, record.get());
        check(plain.trial().id().equals(id), id, "it holds another trial");
        Timing timing = sealed("SELECT record, sha256 FROM timing WHERE trial_id = ?", id)
                .map(Records::readTiming)
                .orElse(Timing.NONE);
        return Optional.of(Records.join(plain, curves(id, Records.curveDigests(record.get())), timing));
    }

    private List<Curve> curves(String id, Map<String, String> digests) throws SQLException {
        List<Curve> curves = new ArrayList<>();
        for (Map.Entry<String, String> digest : digests.entrySet()) {
            List<byte[]> points = Sql.query(
                    connection,
                    "SELECT points FROM curve WHERE trial_id = ? AND name = ?",
                    row -> row.getBytes(1),
                    id,
                    digest.getKey());
            boolean sound = points.size() == 1 && Sha256.hex(points.get(0)).equals(digest.getValue());
            check(sound, id, "curve " + digest.getKey() + " is not what was saved");
            curves.add(Records.curve(digest.getKey(), points.get(0)));
        }
        return curves;
    }

    private Optional<String> sealed(String sql, String key) throws SQLException {
        List<Sealed> found = Sql.query(connection, sql, row -> new Sealed(row.getString(1), row.getString(2)), key);
        for (Sealed row : found) {
            check(row.sound(), key, "its digest is not that of its record");
        }
        return found.stream().findFirst().map(Sealed::record);
    }

    private void check(boolean sound, String key, String what) {
        if (!sound) {
            throw Faults.damagedRow(engine.place(), key, what);
        }
    }
}
