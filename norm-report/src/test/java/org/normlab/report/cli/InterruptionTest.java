package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.report.Jvm;

/** A signal during a run: the store is closed and the way to go on is said before the process ends, with one exit code. */
@Timeout(60)
class InterruptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"run, INT, 2", "run, TERM, 15", "compare, INT, 2", "compare, TERM, 15"})
    void everySignalEndsInOrder(String command, String signal, int number) throws Exception {
        assumeThat(ignores(number))
                .as("processes that are started here ignore " + signal)
                .isFalse();
        Path store = folder.resolve("s.db");
        Process norm = Jvm.of(Main.class, arguments(command, store)).start();
        try (BufferedReader err = norm.errorReader()) {
            assertThat(err.lines().anyMatch(line -> line.contains("ETA"))).isTrue();
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + norm.pid())
                    .start()
                    .waitFor();
            List<String> rest = err.lines().toList();
            assertThat(norm.waitFor()).as(String.join("\n", rest)).isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(rest).last().asString().startsWith("saved; to go on: ./norm " + command);
            assertThat(norm.inputReader().lines()).as("nothing is counted").isEmpty();
        }
        assertThat(folder.resolve("s.db-wal")).as("which closing removes").doesNotExist();
        assertThat(rows(store, "claim")).isZero();
        assertThat(rows(store, "trial")).isPositive();
    }

    /** Minutes of work. */
    private String[] arguments(String command, Path store) throws IOException {
        if (command.equals("compare")) {
            String out = folder.resolve("report").toString();
            return new String[] {command, "--full", "--out", out, "--store", store.toString(), "--progress", "plain"};
        }
        Path study = Files.writeString(folder.resolve("long.yaml"), """
                data: iris
                replicates: {tuning: 0, quick: 1000}
                """);
        return new String[] {command, study.toString(), "--store", store.toString(), "--progress", "plain"};
    }

    /** Whether this process ignores a signal, which those that it starts inherit. */
    private static boolean ignores(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.replaceFirst("\\S+\\s+", ""), 16))
                        .anyMatch(mask -> (mask >> (signal - 1) & 1) == 1);
    }

    private static int rows(Path store, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return count.getInt(1);
        }
    }
}
