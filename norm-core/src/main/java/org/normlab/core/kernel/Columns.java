package org.normlab.core.kernel;

/**
 * Where the elements of statistics lie when they stand in columns: one unit a tile of neighbouring columns, a leaf a block of
 * its rows. With R1 greater than 1 a statistic has R1 neighbouring columns.
 */
final class Columns {
    private static final int ROWS = 64;
    private static final int WIDEST = 512;

    private final Plan plan;
    /** Columns of the tensor for one k0. */
    private final int columns;
    /** Rows of a full leaf. */
    private final int block;
    /** Columns of a full unit: a multiple of R1. */
    private final int span;
    /** Units for one k0. */
    private final int tiles;

    Columns(Plan plan) {
        this.plan = plan;
        columns = plan.k1() * plan.r1();
        block = Math.min(plan.r0(), ROWS);
        int most = Math.min(Tile.CAPACITY / block, WIDEST);
        span = Math.min(columns, most / plan.r1() * plan.r1());
        tiles = (columns + span - 1) / span;
    }

    /** Short strips over many rows are faster to add downwards than along. */
    static boolean suit(Plan plan) {
        return plan.r1() == 1 || plan.r1() <= 8 && plan.r0() >= 16 && plan.k1() > 1;
    }

    int units() {
        return plan.k0() * tiles;
    }

    int leaves() {
        return (plan.r0() + block - 1) / block;
    }

    int width(int unit) {
        return Math.min(span, columns - unit % tiles * span);
    }

    int rows(int leaf) {
        return Math.min(block, plan.r0() - leaf * block);
    }

    /** The first element of a row of a leaf; the next row is {@link #step} further. */
    int start(int unit, int leaf, int row) {
        return (unit / tiles * plan.r0() + leaf * block + row) * columns + unit % tiles * span;
    }

    /** Elements from a row to the next. */
    int step() {
        return columns;
    }

    /** The number of the first statistic of a unit. */
    int firstStatistic(int unit) {
        return unit / tiles * plan.k1() + unit % tiles * span / plan.r1();
    }

    int statistics(int unit) {
        return width(unit) / plan.r1();
    }

    /** Statistics of a full unit. */
    int statisticsOfUnit() {
        return span / plan.r1();
    }

    /** Elements of a column that is likely near its centre: the median of its first, middle and last. */
    double shift(View x, int unit, int column) {
        int top = x.offset() + start(unit, 0, 0) + column;
        double middle = x.data().get(top + plan.r0() / 2 * columns);
        return median(x.data().get(top), middle, x.data().get(top + (plan.r0() - 1) * columns));
    }

    /** The mean of the statistic whose first column this is. */
    ExactMean mean(View x, int unit, int column) {
        ExactMean mean = new ExactMean(shift(x, unit, column));
        int top = x.offset() + start(unit, 0, 0) + column;
        for (int row = 0; row < plan.r0(); row++) {
            for (int r = 0; r < plan.r1(); r++) {
                mean.add(x.data().get(top + row * columns + r));
            }
        }
        return mean;
    }

    static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Whether every row meets the same weights and biases. */
    boolean invariant(Parameters p) {
        return p.channels() == 1 || columns % ((long) p.inner() * p.channels()) == 0;
    }

    /** Spreads one value a statistic over its columns. */
    void expand(double[] values, int from, double[] columns, int width) {
        for (int c = 0; c < width; c++) {
            columns[c] = values[from + c / plan.r1()];
        }
    }

    /** Adds the sums of the columns of each statistic, in place. */
    void fold(double[] sums, int statistics) {
        for (int s = 0; plan.r1() > 1 && s < statistics; s++) {
            double sum = 0;
            for (int r = 0; r < plan.r1(); r++) {
                sum += sums[s * plan.r1() + r];
            }
            sums[s] = sum;
        }
    }

    /** Elements of one statistic in a chunk. */
    long elements(int chunk, int chunks) {
        long from = (long) Shards.start(chunk, chunks, leaves()) * block;
        long to = (long) Shards.start(chunk + 1, chunks, leaves()) * block;
        return (Math.min(to, plan.r0()) - from) * plan.r1();
    }
}
