package org.normlab.core.kernel;

/**
 * Blocks of rows: each line is a run of neighbours.
 *
 * <p>A line ends where the statistic or the weight does. Short lines of neighbouring statistics form a block; a long line is cut, so
 * that threads can share it. Units that lie in one piece are resident in the cache if they are read twice; all others follow the memory.
 */
final class Rows implements Layout {
    /** Elements of a line of float32 that are added up plainly, beside which it costs nothing to add the next with care. */
    private static final int LONGEST = 1 << 11;

    /** Runs of a unit whose statistics are given: what is prepared for each costs as much as a few of its lines. */
    private static final int RUNS = 8;

    /** Pieces of a statistic that is one line; its sums end where they do, so that no other statistic decides on them. */
    private static final int PIECES = 8;

    /** Pieces of a tensor whose statistics are given: as many as {@link Shards} cuts it into. */
    private static final int MOST_PIECES = 2 * Shards.MOST_PARTS;

    /** Elements of a piece of float32: a longer one is one stream for longer, but also a longer plain sum. */
    private static final int LONGEST_PIECE = 1 << 18;

    private static final int SHORTEST_PIECE = Block.CAPACITY;

    /** Lines of a block: what is kept of each must fit into the cache too. */
    private static final int MOST_LINES = 1024;

    /** The same of float64 with a weight an element, whose gradient is added up plainly over them. */
    private static final int WIDE_LINES = 8;

    /** Elements of float32 in a unit that the second-level cache holds together with what is made of them. */
    private static final int RESIDENT = 1 << 16;

    /** Elements of a block that follows the memory. */
    private static final int FLOWING = 1 << 20;

    private final Plan plan;
    /** Elements from a strip to the next one of the same statistic. */
    private final int step;
    /** The length of a line before it is cut. */
    private final int line;
    /** The length of a block of a line that is cut. */
    private final int piece;
    /** Lines of a strip. */
    private final int lines;
    /** Blocks that a line is cut into. */
    private final int cuts;
    /** Statistics of a full unit. */
    private final int span;
    /** Units for one k0. */
    private final int groups;

    private final boolean varied;

    private final boolean aligned;

    /** Leaves of a plain sum. */
    private final int run;

    /** For elements of a type, and statistics that are taken or else given. */
    Rows(Plan plan, Parameters p, boolean wide, boolean taken) {
        this.plan = plan;
        run = wide ? 1 : run(plan, taken);
        step = plan.k1() * plan.r1();
        int shared = p.elementwise() ? p.channels() : p.inner();
        line = p.channels() == 1 ? plan.r1() : Math.min(plan.r1(), shared);
        lines = plan.r1() / line;
        piece = wide ? SHORTEST_PIECE : piece(taken ? plan.r1() / PIECES : plan.size() / MOST_PIECES);
        cuts = (line + piece - 1) / piece;
        int most = plan.r0() > 1 ? flowing(plan, taken) : resident(plan, wide);
        int mostLines = wide && p.elementwise() ? WIDE_LINES : MOST_LINES;
        span = cuts > 1 ? 1 : Math.max(1, Math.min(plan.k1(), Math.min(most, mostLines / lines)));
        groups = (plan.k1() + span - 1) / span;
        aligned = cuts > 1 && p.elementwise() && p.channels() == plan.count();
        varied = p.channels() > 1 && (cuts > 1 || step % ((long) p.inner() * p.channels()) != 0);
    }

    /** A share as the length of a piece, in whole groups of lanes. */
    private static int piece(int share) {
        int whole = (share + ScalarRowKernel.LANES - 1) / ScalarRowKernel.LANES * ScalarRowKernel.LANES;
        return Math.max(SHORTEST_PIECE, Math.min(LONGEST_PIECE, whole));
    }

    /** Lines of a statistic that are added up plainly; not all long ones, nor given statistics', so that threads can share a unit. */
    private static int run(Plan plan, boolean taken) {
        int longest = Math.max(1, LONGEST / plan.r1());
        if (!taken) {
            return Math.min(longest, (plan.r0() + RUNS - 1) / RUNS);
        }
        return plan.r0() <= longest && plan.r1() >= ScalarRowKernel.SHORT ? 1 : longest;
    }

    /** Statistics of a unit that is read twice: as many as the cache has, since each unit begins its streams anew. */
    private static int resident(Plan plan, boolean wide) {
        int fitting = (wide ? RESIDENT / 2 : RESIDENT) / plan.r1();
        return fitting < Block.TOGETHER ? fitting : Block.TOGETHER * Block.quarter(fitting / Block.TOGETHER, plan.r1());
    }

    /**
     * Statistics of a unit that is many strips. They are read in the order of the memory, which is faster than to have them in the cache
     * twice; but short lines make so many statistics that to merge those of chunks would take as long, so that there are enough units.
     */
    private static int flowing(Plan plan, boolean taken) {
        int part = (plan.k1() + Shards.MOST_PARTS - 1) / Shards.MOST_PARTS;
        boolean many = taken && plan.r1() < ScalarRowKernel.SHORT;
        return many ? Math.max(part, Block.CAPACITY / plan.count()) : FLOWING / plan.r1();
    }

    @Override
    public int units() {
        return plan.k0() * groups;
    }

    @Override
    public int leaves() {
        return cuts == 1 ? plan.r0() : plan.r0() * lines * cuts;
    }

    @Override
    public int firstStatistic(int unit) {
        return unit / groups * plan.k1() + unit % groups * span;
    }

    @Override
    public int statistics(int unit) {
        return Math.min(span, plan.k1() - unit % groups * span);
    }

    @Override
    public int linesEach() {
        return cuts == 1 ? lines : 1;
    }

    @Override
    public int measuredEach() {
        return 1;
    }

    @Override
    public int fold() {
        return 1;
    }

    @Override
    public int apart() {
        return line;
    }

    @Override
    public boolean varied() {
        return varied;
    }

    @Override
    public int band(Block block) {
        return block.rows;
    }

    @Override
    public boolean aligned() {
        return aligned;
    }

    @Override
    public int run() {
        return run;
    }

    @Override
    public void locate(int unit, int leaf, Block block) {
        int first = plan.start(firstStatistic(unit));
        if (cuts == 1) {
            block.set(first + leaf * step, lines(unit), line, line);
        } else {
            int at = leaf % cuts * piece;
            int whole = leaf / cuts;
            int start = first + whole / lines * step + whole % lines * line + at;
            block.set(start, 1, Math.min(piece, line - at), line);
        }
    }

    @Override
    public void measure(int unit, int leaf, Block block) {
        if (cuts == 1) {
            int first = plan.start(firstStatistic(unit));
            block.set(first + leaf * step, statistics(unit), plan.r1(), plan.r1());
        } else {
            locate(unit, leaf, block);
        }
    }

    @Override
    public ExactMean mean(View x, int statistic, double near) {
        ExactMean mean = new ExactMean(near);
        int first = x.offset() + plan.start(statistic);
        for (int strip = 0; strip < plan.r0(); strip++) {
            for (int i = 0; i < plan.r1(); i++) {
                mean.add(x.data().get(first + strip * step + i));
            }
        }
        return mean;
    }
}
