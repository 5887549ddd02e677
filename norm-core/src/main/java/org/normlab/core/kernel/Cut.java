package org.normlab.core.kernel;

/**
 * Into how many pieces a pass falls, which depends on the shape alone.
 *
 * @param units units of the layout
 * @param leaves blocks of a unit
 * @param run how many of them a plain sum goes over
 * @param size elements of the tensor
 * @param chunks what each unit is cut into, or 1: whole runs, so that its sums do not depend on it
 * @param parts what threads share: chunks, or else runs of units
 * @param across whether a part is the same chunk of every unit, since these share their weights, which no other part then needs
 */
record Cut(int units, int leaves, int run, int size, int chunks, int parts, boolean across) {

    /** The cut of a pass that adds to no parameters. */
    static Cut of(Layout layout, int size) {
        return of(layout, size, 1, true);
    }

    /** The cut of a pass whose parts have a sum a channel each; unless no two units add to the same one, and parts are whole units. */
    static Cut of(Layout layout, int size, int channels, boolean own) {
        int units = layout.units();
        int runs = runs(layout.leaves(), layout.run());
        boolean few = units < Shards.MOST_PARTS; // many are shared whole, if no sums of parameters outweigh them
        if (layout.aligned() && units > 1 && (few || channels > 1)) {
            return new Cut(units, layout.leaves(), layout.run(), size, runs, runs, true);
        }
        int chunks = Shards.chunks(units, runs, size, channels);
        int parts = chunks > 1 ? units * chunks : Shards.parts(units, size, own ? 1 : channels);
        return new Cut(units, layout.leaves(), layout.run(), size, chunks, parts, false);
    }

    /** Whether units are worked on whole. */
    boolean whole() {
        return chunks == 1;
    }

    /** The part that does a chunk of a unit. */
    int part(int unit, int chunk) {
        return across ? chunk : unit * chunks + chunk;
    }

    /** The first leaf of a chunk. */
    int leaf(int chunk) {
        return Math.min(leaves, run * Shards.start(chunk, chunks, runs(leaves, run)));
    }

    private static int runs(int leaves, int run) {
        return (leaves - 1) / run + 1;
    }
}
