package org.normlab.core.kernel;

/** What one thread works with: tiles and coefficients that live as long as the thread, so that no pass allocates them. */
final class Scratch {
    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);
    private static final long NOTHING = -1;

    /** x minus a shift. */
    final Tile t = new Tile();
    /** dy, or dy times the weight. */
    final Tile q = new Tile();

    final Coefficients c = new Coefficients();
    /** Column sums of one tile. */
    final double[] first = new double[Tile.CAPACITY];

    final double[] second = new double[Tile.CAPACITY];

    /** Where this thread works: the part, the unit, its chunk, and the leaves {@code from} to before {@code to}. */
    int part;

    int unit;
    /** The first element of the unit. */
    int base;

    int chunk;
    int from;
    int to;

    /** The parameter sums of the part that this thread gathers. */
    ParameterSums sums = new ParameterSums(0);
    /** Where it gathers the sums of a statistic. */
    int slot;

    private long loaded = NOTHING;

    private Scratch() {}

    /** The scratch of this thread, holding no leaf. */
    static Scratch mine() {
        Scratch scratch = MINE.get();
        scratch.forget();
        return scratch;
    }

    void go(int part, int unit, int chunk) {
        this.part = part;
        this.unit = unit;
        this.chunk = chunk;
    }

    void leaves(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Chooses the same part of both tiles. */
    void window(int start, int width) {
        t.window(start, width);
        q.window(start, width);
    }

    /** Whether the tiles still hold a leaf from the pass that gathered it; if not, the caller loads it. */
    boolean holds(int leaf) {
        long key = (long) unit << 32 | leaf;
        boolean held = loaded == key;
        loaded = key;
        return held;
    }

    /** The tiles no longer hold what was loaded. */
    void forget() {
        loaded = NOTHING;
    }
}
