package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.text.Csv;

/** Each bad store gives one line and loses nothing. */
class StoreFaultsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("results.db");
    }

    private void fill(int rows) {
        try (ResultStore store = Stores.open(file.toString())) {
            IntStream.range(0, rows).forEach(i -> store.save(Results.result(Results.trial(i))));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(connection, sql);
        }
    }

    private NormException refusal() {
        byte[] before = bytes();
        NormException[] refusal = new NormException[1];
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> {
                    try (ResultStore store = Stores.open(file.toString())) {
                        Results.all(store);
                    }
                })
                .satisfies(e -> refusal[0] = e);
        assertThat(refusal[0].getMessage()).doesNotContain("\n");
        assertThat(bytes()).isEqualTo(before);
        return refusal[0];
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewerSchemaIsRefusedByNumber() throws SQLException {
        fill(1);
        execute("PRAGMA user_version=7");
        assertThat(refusal()).hasMessageContaining("schema = 7").hasMessageContaining("newer");
    }

    @Test
    void anotherProgramsFileIsRefusedAndLeftAlone() throws SQLException {
        execute("CREATE TABLE theirs (a TEXT)");
        assertThat(refusal()).hasMessageContaining("not a store of this program");
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(file, "dear diary, ".repeat(100));
        assertThat(refusal()).hasMessageContaining("not a store of this program");
    }

    @Test
    void plantedTriggersAreRefused() throws SQLException {
        fill(1);
        execute("CREATE TRIGGER evil AFTER INSERT ON trial BEGIN DELETE FROM trial; END");
        assertThat(refusal()).hasMessageContaining("damaged").hasMessageContaining("triggers");
    }

    @Test
    void aChangedNumberIsRefusedAndTheOtherRowsAreSaved() throws SQLException {
        fill(3);
        execute("UPDATE trial SET record = replace(record, 'steps=0x1.c', 'steps=0x1.d') WHERE trial_id ="
                + " (SELECT min(trial_id) FROM trial)");
        assertThat(refusal()).hasMessageContaining("damaged").hasMessageContaining("digest");
        int[] found = new int[2];
        try (ResultStore store = Stores.open(file.toString())) {
            store.each(sound -> found[0]++, damaged -> found[1]++);
        }
        assertThat(found).containsExactly(2, 1);
    }

    @Test
    void swappedRowsAreRefused() throws SQLException {
        fill(2);
        execute("UPDATE trial SET trial_id = 'x' WHERE trial_id = (SELECT min(trial_id) FROM trial)");
        assertThat(refusal()).hasMessageContaining("another trial");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.37, 0.5, 0.73, 0.93})
    void aTruncatedStoreIsRefused(double share) throws IOException {
        fill(40);
        byte[] whole = bytes();
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
        assertThat(refusal()).hasMessageContaining("damaged");
    }

    @Test
    void aFlippedByteNeverGivesAnotherNumber() throws IOException {
        fill(5);
        byte[] whole = bytes();
        String sound = tableOf();
        int refused = 0;
        for (int place = 0; place < whole.length; place += 97) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            Files.write(file, flipped);
            try {
                assertThat(sound.lines().toList())
                        .as("byte " + place)
                        .containsAll(tableOf().lines().toList());
            } catch (NormException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private String tableOf() {
        try (ResultStore store = Stores.openToRead(file.toString())) {
            return Csv.write(ResultTable.of(Results.all(store)));
        }
    }

    @Test
    void aFullDiskIsOneLineAndLosesNothing() throws SQLException {
        fill(10);
        Sqlite engine = Sqlite.open(file);
        try (ResultStore store = new SqlStore(engine)) {
            Sql.texts(engine.connection(), "PRAGMA max_page_count=1");
            assertThatExceptionOfType(NormException.class)
                    .isThrownBy(
                            () -> IntStream.range(10, 99).forEach(i -> store.save(Results.result(Results.trial(i)))))
                    .withMessageContaining("is full")
                    .withMessageContaining(file.toString())
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.RESOURCE));
            assertThat(Results.all(store)).hasSizeGreaterThanOrEqualTo(10);
        }
        fill(99);
        try (ResultStore store = Stores.open(file.toString())) {
            assertThat(Results.all(store)).hasSize(99);
        }
    }

    @Test
    void aFolderAndAMissingStoreAreNamed() {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.open(folder.toString()))
                .withMessageContaining("is a folder");
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.openToRead(file.toString()))
                .withMessageContaining("is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", ":resource:http://x", "file:x.db", "x.db?cache=shared", "jdbc:mysql:x", " "})
    void addressesInDisguiseAreRefused(String location) {
        assertThatExceptionOfType(NormException.class).isThrownBy(() -> Stores.open(location));
        assertThatExceptionOfType(NormException.class).isThrownBy(() -> Stores.openToRead(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs4", "cifs", "smb3", "fuse.sshfs", "9p"})
    void networkFileSystemsAreRefused(String type) {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> LocalFile.checkType(file, type))
                .withMessageContaining(type);
    }
}
