package org.normlab.core.kernel;

/**
 * Blocks of columns: each line is a column of rows that lie apart. With R1 greater than 1 a statistic has R1 neighbouring columns.
 */
final class Columns implements Layout {
    /** Columns that a unit has at most: many, so that it is one stream, and no two threads write side by side. */
    private static final int WIDEST = 4096;

    /** The same where there are not enough rows or examples to share instead. */
    private static final int SHARED = 512;

    /** The same of those that share what belongs to a statistic, unless the cache has room for fewer. */
    private static final int FOLDED = 2048;

    /** Rows of short strips that make up for what each column of a statistic costs. */
    private static final int LEAST_ROWS = 16;

    private static final int SHORT_STRIP = 8;

    private static final int LONG_STRIP = 64;

    /** Rows of a block of float64: its columns are added up in double too, and a long chain of additions would cost digits. */
    private static final int WIDE_ROWS = 8;

    /** Elements of a block of float32 that the second-level cache holds together with what is made of them. */
    private static final int BLOCK = 1 << 16;

    /** Rows that make up for what each column of a block costs. */
    private static final int FEWEST_ROWS = 256;

    /** Rows of float32 that a column is added up over plainly: the errors stay below 1e-13. */
    private static final int LONGEST = 1024;

    /** Plain sums of a column, so that threads can share them, before they go over more than a block. */
    private static final int RUNS = 8;

    /** Elements of one k0 that the caches have; not of all, which an example alone has not. */
    private static final int RESIDENT = 1 << 20;

    private final Plan plan;
    /** Columns of the tensor for one k0. */
    private final int columns;
    /** Rows of a full leaf. */
    private final int block;
    /** Columns of a full unit: a multiple of R1. */
    private final int span;
    /** Units for one k0. */
    private final int tiles;

    /** Leaves of a plain sum. */
    private final int run;

    private final boolean varied;

    /** Neighbouring columns with one statistic and one weight. */
    private final int fold;

    Columns(Plan plan, Parameters p, boolean wide) {
        this.plan = plan;
        columns = plan.k1() * plan.r1();
        fold = fold(plan, p);
        varied = !crossed(plan, p) && p.channels() > 1 && columns % ((long) p.inner() * p.channels()) != 0;
        span = Math.min(columns, widest() / plan.r1() * plan.r1());
        block = Math.min(plan.r0(), wide ? WIDE_ROWS : Math.max(FEWEST_ROWS, Math.min(LONGEST, BLOCK / span)));
        tiles = (columns + span - 1) / span;
        run = wide ? 1 : Math.max(1, Math.min(LONGEST / block, leaves() / RUNS));
    }

    private int widest() {
        if (fold > 1) {
            return Math.max(SHARED, Math.min(FOLDED, BLOCK / plan.r0()));
        }
        return plan.r0() > FEWEST_ROWS || plan.k0() >= Shards.MOST_PARTS ? WIDEST : SHARED;
    }

    /**
     * Short strips over many rows are faster to add downwards than along. Longer ones are if their columns share what belongs to a
     * statistic and its weight, and if they are read twice.
     */
    static boolean suit(Forward job) {
        Plan plan = job.plan();
        if (plan.r1() == 1) {
            return true;
        }
        boolean longer = plan.r1() <= LONG_STRIP
                && fold(plan, job.parameters()) > 1
                && job.rule().centring() != Centring.GIVEN
                && !job.x().isWide();
        return plan.k1() > 1 && plan.r0() >= LEAST_ROWS && (plan.r1() <= SHORT_STRIP || longer);
    }

    /** Neighbouring columns with one statistic and one weight: a whole strip, or one. */
    private static int fold(Plan plan, Parameters p) {
        boolean same = p.channels() == 1 || p.inner() % plan.r1() == 0;
        return same && !crossed(plan, p) ? plan.r1() : 1;
    }

    /** Whether each row has one weight, but not all rows the same. */
    static boolean crossed(Plan plan, Parameters p) {
        return p.channels() > 1 && p.inner() % (plan.k1() * plan.r1()) == 0;
    }

    @Override
    public int units() {
        return plan.k0() * tiles;
    }

    @Override
    public int leaves() {
        return (plan.r0() + block - 1) / block;
    }

    @Override
    public int firstStatistic(int unit) {
        return unit / tiles * plan.k1() + unit % tiles * span / plan.r1();
    }

    @Override
    public int statistics(int unit) {
        return Math.min(span, columns - unit % tiles * span) / plan.r1();
    }

    @Override
    public int linesEach() {
        return plan.r1() / fold;
    }

    @Override
    public int measuredEach() {
        return plan.r1();
    }

    @Override
    public int fold() {
        return fold;
    }

    @Override
    public int apart() {
        return fold;
    }

    @Override
    public boolean varied() {
        return varied;
    }

    @Override
    public int band(Block block) {
        return varied ? 1 : block.rows;
    }

    @Override
    public boolean aligned() {
        return false;
    }

    @Override
    public int run() {
        return run;
    }

    @Override
    public void locate(int unit, int leaf, Block b) {
        int row = leaf * block;
        int start = (unit / tiles * plan.r0() + row) * columns + unit % tiles * span;
        b.set(start, Math.min(block, plan.r0() - row), kernelLines(unit), columns);
        b.resident = plan.size() / plan.k0() <= RESIDENT;
    }

    @Override
    public void measure(int unit, int leaf, Block b) {
        locate(unit, leaf, b);
    }

    @Override
    public ExactMean mean(View x, int statistic, double near) {
        ExactMean mean = new ExactMean(near);
        int first = x.offset() + plan.start(statistic);
        for (int row = 0; row < plan.r0(); row++) {
            for (int r = 0; r < plan.r1(); r++) {
                mean.add(x.data().get(first + row * columns + r));
            }
        }
        return mean;
    }
}
