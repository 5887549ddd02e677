package org.normlab.core.kernel;

/** A part of a tensor that is worked on while the cache has it: {@code rows} rows of {@code width} neighbours. */
final class Block {
    /** Elements of a block: the first-level cache or, at worst, the second holds them together with what is made of them. */
    static final int CAPACITY = 1 << 14;

    /** Rows that kernels work on together. */
    static final int TOGETHER = 4;

    /** The first element. */
    int start;

    int rows;
    int width;
    /** Elements from a row to the next. */
    int step;

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
    }

    /** Goes on to some of the rows of a larger block. */
    void rows(int start, int rows) {
        this.start = start;
        this.rows = rows;
        this.done = 0;
    }
}
