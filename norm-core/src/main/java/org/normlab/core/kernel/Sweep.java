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
    private final Cut cut;
    private final IntConsumer unitsOfPart = this::unitAfterUnit;

    Sweep(Stage stage) {
        this.stage = stage;
        this.cut = stage.cut();
    }

    /** Runs the pass over the present contents of its arrays. */
    public void run() {
        if (cut.whole()) {
            Shards.run(cut.parts(), cut.size(), unitsOfPart);
        } else if (Shards.threads() == 1) {
            for (int unit = 0; unit < cut.units(); unit++) {
                chunkAfterChunk(unit);
            }
        } else {
            together();
        }
        stage.close();
    }

    private void unitAfterUnit(int part) {
        Scratch scratch = Scratch.mine();
        int end = Shards.start(part + 1, cut.parts(), cut.units());
        for (int unit = Shards.start(part, cut.parts(), cut.units()); unit < end; unit++) {
            scratch.go(part, unit, 0);
            scratch.leaves(0, cut.leaves());
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
        for (int part = (unit + 1) * cut.chunks() - 1; part >= unit * cut.chunks(); part--) {
            stage.emit(chunk(part));
        }
    }

    private void gather(int unit) {
        do {
            for (int part = unit * cut.chunks(); part < (unit + 1) * cut.chunks(); part++) {
                stage.gather(chunk(part));
            }
        } while (!stage.finish(unit));
    }

    /** Only what goes over the elements is worth waking threads for. */
    private void together() {
        for (int unit = 0; unit < cut.units(); unit++) {
            stage.begin(unit);
        }
        Shards.run(cut.parts(), cut.size(), part -> stage.gather(chunk(part)));
        for (int unit = 0; unit < cut.units(); unit++) {
            if (!stage.finish(unit)) {
                gather(unit);
            }
        }
        Shards.runBack(cut.parts(), cut.size(), part -> stage.emit(chunk(part)));
    }

    private Scratch chunk(int part) {
        Scratch scratch = Scratch.mine();
        int chunk = part % cut.chunks();
        scratch.go(part, part / cut.chunks(), chunk);
        scratch.leaves(cut.leaf(chunk), cut.leaf(chunk + 1));
        return scratch;
    }
}
