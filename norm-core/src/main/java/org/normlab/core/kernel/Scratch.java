package org.normlab.core.kernel;

/** What one thread works with: structs that live as long as the thread, so that no pass allocates them. */
final class Scratch {
    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);

    final Block block = new Block();
    final Coefficients c = new Coefficients();

    /** Where this thread works: the part, the unit, its chunk, and the leaves {@code from} to before {@code to}. */
    int part;

    int unit;
    int chunk;
    int from;
    int to;

    private Scratch() {}

    /** The scratch of this thread. */
    static Scratch mine() {
        return MINE.get();
    }

    void go(int part, int unit, int chunk) {
        this.part = part;
        this.unit = unit;
        this.chunk = chunk;
    }

    /** Whether so many leaves have been done since the last time, or all of them. */
    boolean endsRun(int leaf, int run) {
        return (leaf + 1 - from) % run == 0 || leaf + 1 == to;
    }

    void leaves(int from, int to) {
        this.from = from;
        this.to = to;
    }
}
