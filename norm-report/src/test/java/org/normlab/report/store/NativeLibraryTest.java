package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.report.Jvm;

/** A process that is killed leaves no copy of SQLite behind. */
@Timeout(60)
class NativeLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void noFileIsLeftByAKill() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        ProcessBuilder builder = Jvm.of(Worker.class, folder.resolve("s.db").toString(), "1000");
        builder.command().add(1, "-Djava.io.tmpdir=" + temporary);
        Process worker = builder.start();
        worker.getOutputStream().close();
        try (BufferedReader lines = worker.inputReader()) {
            assertThat(lines.readLine()).as("of a trial that is stored").isNotNull();
            worker.destroyForcibly().waitFor();
        }
        assertThat(temporary).isEmptyDirectory();
    }
}
