package org.normlab.core.kernel;

import java.util.function.IntConsumer;

/**
 * Runs a {@link Stage}.
 *
 * <p>A unit is emitted right after it was gathered, while the cache still has it. Few large units are instead cut into chunks that
 * are gathered apart, merged in order, and emitted from the last to the first, since the cache has the last ones still. Which of the
 * two happens depends on the shape alone.
 */
public final class Sweep {
    private final Stage stage;
    private final int units;
    private final int chunks;
    private final int parts;
    private final IntConsumer unitsOfPart = this::unitAfterUnit;

    Sweep(Stage stage) {
        this.stage = stage;
        this.units = stage.layout().units();
        this.chunks = Shards.chunks(units, stage.layout().leaves(), stage.size(), stage.channels());
        int kept = stage.own() ? 1 : stage.channels();
        this.parts = chunks > 1 ? units * chunks : Shards.parts(units, stage.size(), kept);
        stage.open(parts, chunks);
    }

    /** Runs the pass over the present contents of its arrays. */
    public void run() {
        if (chunks == 1) {
            Shards.run(parts, stage.size(), unitsOfPart);
        } else if (Shards.threads() == 1) {
            for (int unit = 0; unit < units; unit++) {
                chunkAfterChunk(unit);
            }
        } else {
            together();
        }
        stage.close();
    }

    private void unitAfterUnit(int part) {
        Scratch scratch = Scratch.mine();
        int end = Shards.start(part + 1, parts, units);
        for (int unit = Shards.start(part, parts, units); unit < end; unit++) {
            scratch.go(part, unit, 0);
            scratch.leaves(0, stage.layout().leaves());
            stage.begin(unit);
            do {
                stage.gather(scratch);
            } while (!stage.finish(unit));
            stage.emit(scratch);
        }
    }

    private void chunkAfterChunk(int unit) {
        stage.begin(unit);
        gather(unit);
        for (int part = (unit + 1) * chunks - 1; part >= unit * chunks; part--) {
            stage.emit(chunk(part));
        }
    }

    private void gather(int unit) {
        do {
            for (int part = unit * chunks; part < (unit + 1) * chunks; part++) {
                stage.gather(chunk(part));
            }
        } while (!stage.finish(unit));
    }

    /** Only what goes over the elements is worth waking threads for. */
    private void together() {
        for (int unit = 0; unit < units; unit++) {
            stage.begin(unit);
        }
        Shards.run(parts, stage.size(), part -> stage.gather(chunk(part)));
        for (int unit = 0; unit < units; unit++) {
            if (!stage.finish(unit)) {
                gather(unit);
            }
        }
        Shards.runBack(parts, stage.size(), part -> stage.emit(chunk(part)));
    }

    private Scratch chunk(int part) {
        Scratch scratch = Scratch.mine();
        int chunk = part % chunks;
        int leaves = stage.layout().leaves();
        scratch.go(part, part / chunks, chunk);
        scratch.leaves(Shards.start(chunk, chunks, leaves), Shards.start(chunk + 1, chunks, leaves));
        return scratch;
    }
}
