package org.normlab.core.kernel;

/** A part of a scratch array of doubles: {@code rows} rows of {@code width} neighbours from {@code start}. */
final class Tile {
    /** Elements that are worked on while they stay in the first-level cache. */
    static final int CAPACITY = 4096;

    final double[] values = new double[CAPACITY];
    /** The logical lanes of a sum along the tile. */
    final double[] lanes = new double[RowKernel.LANES];

    int start;
    int rows;
    int width;

    /** Chooses the part that the next operation works on. */
    Tile window(int start, int rows, int width) {
        this.start = start;
        this.rows = rows;
        this.width = width;
        return this;
    }

    Tile window(int start, int width) {
        return window(start, 1, width);
    }

    int end() {
        return start + rows * width;
    }
}
