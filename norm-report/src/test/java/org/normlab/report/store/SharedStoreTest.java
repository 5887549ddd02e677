package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.core.NormException;
import org.normlab.report.study.Ledger.Claim;

/** Several processes on one store. */
class SharedStoreTest {
    private static final int TRIALS = 1_000;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("shared.db");
    }

    @Test
    void twoProcessesRunEachTrialOnce() throws IOException, InterruptedException, SQLException {
        Process one = Worker.start(file(), TRIALS);
        Process two = Worker.start(file(), TRIALS);
        BufferedReader firstOut = one.inputReader();
        BufferedReader secondOut = two.inputReader();
        assertThat(List.of(firstOut.readLine(), secondOut.readLine())).containsOnly("claimed");
        one.getOutputStream().close();
        two.getOutputStream().close();
        int first = count(firstOut);
        int second = count(secondOut);
        assertThat(one.waitFor() + two.waitFor()).isZero();
        assertThat(first + second).isEqualTo(TRIALS);
        assertThat(first).isBetween(1, TRIALS - 1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(Sql.texts(connection, "SELECT count(*) || ' ' || max(attempt) FROM timing"))
                    .containsExactly(TRIALS + " 1");
            assertThat(Sql.texts(connection, "SELECT trial_id FROM claim")).isEmpty();
        }
        assertThat(folder.toFile().list()).containsExactly("shared.db");
    }

    @Test
    void aStoppedProcessKeepsItsClaimAndADeadOneLosesIt() throws IOException, InterruptedException {
        Process holder = Worker.start(file(), 0);
        try (ResultStore store = Stores.open(file().toString())) {
            assertThat(holder.inputReader().readLine()).isEqualTo("MINE");
            new ProcessBuilder("kill", "-STOP", String.valueOf(holder.pid()))
                    .start()
                    .waitFor();
            assertThat(store.claim(Results.trial(0), Set.of())).isEqualTo(Claim.TAKEN);
            assertThat(store.claim(Results.trial(1), Set.of())).isEqualTo(Claim.MINE);
            holder.destroyForcibly().waitFor();
            assertThat(store.claim(Results.trial(0), Set.of())).isEqualTo(Claim.MINE);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aClaimIsAliveUnderEveryNameOfTheStore() throws IOException {
        Stores.open(file().toString()).close();
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file());
        Process holder = Worker.start(file(), 0);
        try (ResultStore store = Stores.open(link.toString())) {
            assertThat(holder.inputReader().readLine()).isEqualTo("MINE");
            assertThat(store.claim(Results.trial(0), Set.of())).isEqualTo(Claim.TAKEN);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file());
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Stores.open(link.toString()))
                .withMessageContaining("is a link to nothing");
        assertThat(file()).doesNotExist();
    }

    private static int count(BufferedReader out) {
        return Integer.parseInt(out.lines().reduce((before, last) -> last).orElse("0"));
    }
}
