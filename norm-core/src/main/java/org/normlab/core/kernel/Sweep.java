package org.normlab.core.kernel;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Runs a {@link Stage}.
 *
 * <p>A unit is emitted right after it was gathered, while the cache still has it. Few large units are instead cut into chunks that
 * are gathered apart, merged in order, and emitted from the last to the first, since the cache has the last ones still; units that
 * share the weights of a chunk go through it one after the other, if threads share the pass. Into what it is cut depends on the shape
 * alone.
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
        for (int chunk = cut.chunks() - 1; chunk >= 0; chunk--) {
            stage.emit(at(unit, chunk));
        }
    }

    private void gather(int unit) {
        do {
            for (int chunk = 0; chunk < cut.chunks(); chunk++) {
                stage.gather(at(unit, chunk));
            }
        } while (!stage.finish(unit));
    }

    /** Only what goes over the elements is worth waking threads for. */
    private void together() {
        for (int unit = 0; unit < cut.units(); unit++) {
            stage.begin(unit);
        }
        Shards.run(cut.parts(), cut.size(), part -> chunks(part, stage::gather));
        for (int unit = 0; unit < cut.units(); unit++) {
            if (!stage.finish(unit)) {
                gather(unit);
            }
        }
        Shards.runBack(cut.parts(), cut.size(), part -> chunks(part, stage::emit));
    }

    private void chunks(int part, Consumer<Scratch> work) {
        int unit = cut.across() ? 0 : part / cut.chunks();
        int end = cut.across() ? cut.units() : unit + 1;
        for (; unit < end; unit++) {
            work.accept(at(unit, part % cut.chunks()));
        }
    }

    private Scratch at(int unit, int chunk) {
        Scratch scratch = Scratch.mine();
        scratch.go(cut.part(unit, chunk), unit, chunk);
        scratch.leaves(cut.leaf(chunk), cut.leaf(chunk + 1));
        return scratch;
    }
}
