package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class SqliteStoreTest implements ResultStoreContract {
    @TempDir
    Path folder;

    @Override
    public String location() {
        return folder.resolve("results.db").toString();
    }

    @Test
    void aRestingStoreIsOneFile() {
        try (ResultStore store = Stores.open(location())) {
            store.claim(Results.trial(1), java.util.Set.of());
            store.save(Results.result(Results.trial(1)));
        }
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("results.db"));
        assertThat(folder.toFile().list()).containsExactly("results.db");
    }
}
