package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.normlab.core.NormException;
import org.normlab.report.study.Ledger.Claim;

/** The contract on a real PostgreSQL that this class starts and stops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest implements ResultStoreContract {
    private final EmbeddedPostgres server;

    PostgresStoreTest() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("DROP SCHEMA IF EXISTS normlab CASCADE");
    }

    @Override
    public String location() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location())) {
            Sql.execute(connection, sql);
        }
    }

    @Test
    void theClaimsOfALostConnectionAreFree() throws SQLException {
        try (ResultStore survivor = Stores.open(location())) {
            Postgres engine = Postgres.open(location(), Map.of());
            ResultStore lost = new SqlStore(engine);
            assertThat(lost.claim(Results.trial(1), Set.of())).isEqualTo(Claim.MINE);
            assertThat(survivor.claim(Results.trial(1), Set.of())).isEqualTo(Claim.TAKEN);
            String backend =
                    Sql.texts(engine.connection(), "SELECT pg_backend_pid()").get(0);
            execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
            assertThat(survivor.claim(Results.trial(1), Set.of())).isEqualTo(Claim.MINE);
        }
    }

    private List<String> schemas() throws SQLException {
        try (Connection connection = DriverManager.getConnection(location())) {
            return Sql.texts(connection, "SELECT nspname FROM pg_namespace WHERE nspname = 'normlab'");
        }
    }

    @Test
    void readingMakesNoStore() throws SQLException {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.openToRead(location()))
                .withMessageContaining("is not there")
                .matches(refusal -> refusal.kind() == NormException.Kind.OPTION);
        assertThat(schemas()).isEmpty();
    }

    @Test
    void aRoleThatMayOnlyReadReads() throws SQLException {
        try (ResultStore store = Stores.open(location())) {
            store.save(Results.result(Results.trial(1)));
        }
        execute("DROP ROLE IF EXISTS reader");
        execute("CREATE ROLE reader LOGIN");
        execute("GRANT USAGE ON SCHEMA normlab TO reader");
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA normlab TO reader");
        try (ResultStore store = Stores.openToRead(server.getJdbcUrl("reader", "postgres"))) {
            assertThat(Results.all(store)).hasSize(1);
            assertThatExceptionOfType(NormException.class)
                    .isThrownBy(() -> store.save(Results.result(Results.trial(2))));
        } finally {
            execute("DROP OWNED BY reader; DROP ROLE reader");
        }
    }

    @Test
    void aSchemaMadeForARoleIsFilledByIt() throws SQLException {
        execute("CREATE ROLE writer LOGIN");
        execute("CREATE SCHEMA normlab AUTHORIZATION writer");
        try (ResultStore store = Stores.open(server.getJdbcUrl("writer", "postgres"))) {
            store.save(Results.result(Results.trial(1)));
            assertThat(Results.all(store)).hasSize(1);
        } finally {
            execute("DROP OWNED BY writer CASCADE; DROP ROLE writer");
        }
    }

    @Test
    void aNewerSchemaIsRefusedByNumber() throws SQLException {
        Stores.open(location()).close();
        execute("UPDATE normlab.meta SET value = '7' WHERE name = 'schema'");
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.open(location()))
                .withMessageContaining("schema = 7")
                .withMessageContaining("newer");
    }

    @Test
    void aChangedRowIsFound() throws SQLException {
        try (ResultStore store = Stores.open(location())) {
            store.save(Results.result(Results.trial(1)));
            execute("UPDATE normlab.trial SET record = replace(record, 'OK', 'KO')");
            assertThatExceptionOfType(NormException.class)
                    .isThrownBy(() -> Results.all(store))
                    .withMessageContaining("damaged");
        }
    }

    @Test
    void parametersThatLoadClassesAreRefused() {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.open(location() + "&socketFactory=java.lang.String"))
                .withMessageContaining("socketFactory");
    }
}
