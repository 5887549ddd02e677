package org.normlab.core.kernel;

/** A part of a tensor that is worked on while the cache has it: {@code rows} rows of {@code width} neighbours. */
final class Block {
    /** Elements after which a line is cut: the caches hold so many together with what is made of them. */
    static final int CAPACITY = 1 << 14;

    /** Rows that kernels work on together. */
    static final int TOGETHER = 4;

    /** Float32 elements after which the first-level cache begins anew. */
    private static final int WAY = 1 << 10;

    /** How far apart in it the rows that are worked on together should be. */
    private static final int APART = WAY / 8;

    /** The first element. */
    int start;

    int rows;
    int width;
    /** Elements from a row to the next. */
    int step;

    /** Whether the second-level cache has the tensor, so that it matters where in the first-level one its rows lie. */
    boolean resident;

    /** Rows from each of four that are worked on together to the next, after {@link #divide}. */
    int quarter;

    /** The row that is worked on, or the first of those that are worked on together. */
    int row;

    /** Leading columns that need no more work. */
    int done;

    void set(int start, int rows, int width, int step) {
        this.start = start;
        this.rows = rows;
        this.width = width;
        this.step = step;
        this.done = 0;
        this.resident = false;
    }

    /** Goes on to some of the rows of a larger block. */
    void rows(int start, int rows) {
        this.start = start;
        this.rows = rows;
        this.done = 0;
    }

    /**
     * Divides the rows into four streams of neighbours that are worked on together: quarters, or a few rows less where these would displace
     * each other from the cache. The rows that are left go one by one.
     *
     * @return rows of each stream
     */
    int divide() {
        int most = rows / TOGETHER;
        quarter = resident ? quarter(most, step) : most;
        return quarter;
    }

    /** The row that is the i-th where the first of each stream comes first, then the second of each, and last the rows that are left. */
    int ordered(int i) {
        return i < TOGETHER * quarter ? i % TOGETHER * quarter + i / TOGETHER : i;
    }

    /** As many rows as possible, of so long steps, for each of four streams that do not displace each other. */
    static int quarter(int most, int step) {
        for (int less = most; less > most - most / 8; less--) {
            if (apart(less, step) >= APART) {
                return less;
            }
        }
        return most;
    }

    private static int apart(int quarter, int step) {
        int least = WAY;
        for (int k = 1; k < TOGETHER; k++) {
            int distance = k * quarter * (step % WAY) % WAY;
            least = Math.min(least, Math.min(distance, WAY - distance));
        }
        return least;
    }
}
