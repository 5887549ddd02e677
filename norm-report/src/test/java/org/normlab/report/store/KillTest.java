package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is killed again and again ends in the same table as one that is not. */
class KillTest {
    private static final int KILLS = Integer.getInteger("norm.kills", 50);
    private static final int TRIALS = 1_000;
    private static final int START_MILLIS = 500;
    private static final int WORK_MILLIS = 20;
    private static final int MOST_SAVED = 12;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("norm.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void theTableIsTheSameAfterManyKills() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed.db");
        for (int kill = 0; kill < KILLS; kill++) {
            killOne(killed, kill % 2 == 0);
        }
        int done = rows(killed);
        System.out.println(
                "KillTest: seed " + seed + ", " + KILLS + " kills, then " + done + " of " + TRIALS + " done");
        assertThat(done).isBetween(1, TRIALS - 1);
        assertThat(finish(killed)).as("seed " + seed).isEqualTo(finish(folder.resolve("whole.db")));
    }

    /** Half of the processes die at any moment of their start, half after a few more trials. */
    private void killOne(Path store, boolean atStart) throws IOException, InterruptedException {
        Process worker = Worker.start(store, TRIALS);
        worker.getOutputStream().close();
        if (!atStart) {
            worker.inputReader().lines().limit(random.nextInt(MOST_SAVED)).count();
        }
        Thread.sleep(random.nextInt(atStart ? START_MILLIS : WORK_MILLIS));
        worker.destroyForcibly().waitFor();
    }

    private static int rows(Path file) {
        try (ResultStore store = Stores.open(file.toString())) {
            return Results.all(store).size();
        }
    }

    private static String finish(Path file) {
        try (ResultStore store = Stores.open(file.toString())) {
            Worker.run(store, TRIALS, Results::result, () -> {});
            return Results.table(store);
        }
    }
}
