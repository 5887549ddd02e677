package org.normlab.core.kernel;

import java.util.function.IntConsumer;

/**
 * Runs a {@link Stage}.
 *
 * <p>A unit is emitted right after it was gathered, while the cache, or even the tile, still has it. Few large units are instead
 * cut into chunks that are gathered apart and merged in order. Which of the two happens depends on the shape alone.
 */
public final class Sweep {
    private final Stage stage;
    private final int chunks;
    private final int parts;
    private final IntConsumer units = this::unitAfterUnit;

    Sweep(Stage stage) {
        this.stage = stage;
        this.chunks = Shards.chunks(stage.units(), stage.leaves(), stage.size(), stage.channels());
        this.parts = chunks > 1 ? stage.units() * chunks : Shards.parts(stage.units(), stage.size(), stage.channels());
        stage.open(parts, chunks);
    }

    /** Runs the pass over the present contents of its arrays. */
    public void run() {
        if (chunks > 1) {
            Shards.run(parts, stage.size(), part -> stage.gather(chunk(part)));
            Shards.run(stage.units(), stage.size(), unit -> stage.finish(unit, chunks));
            Shards.run(parts, stage.size(), part -> stage.emit(chunk(part)));
        } else {
            Shards.run(parts, stage.size(), units);
        }
        stage.close();
    }

    private void unitAfterUnit(int part) {
        Scratch scratch = Scratch.mine();
        int end = Shards.start(part + 1, parts, stage.units());
        for (int unit = Shards.start(part, parts, stage.units()); unit < end; unit++) {
            scratch.go(part, unit, 0);
            scratch.leaves(0, stage.leaves());
            stage.gather(scratch);
            stage.finish(unit, 1);
            stage.emit(scratch);
        }
    }

    private Scratch chunk(int part) {
        Scratch scratch = Scratch.mine();
        int chunk = part % chunks;
        scratch.go(part, part / chunks, chunk);
        scratch.leaves(Shards.start(chunk, chunks, stage.leaves()), Shards.start(chunk + 1, chunks, stage.leaves()));
        return scratch;
    }
}
