package org.normlab.core.kernel;

/** The forward pass down columns. */
final class ColumnForward implements Stage {
    private final ColumnKernel kernel = Kernels.columns();
    private final Forward job;
    private final Columns columns;
    private final boolean invariant;
    private Statistics partial;
    private int chunksOfUnit = 1;

    ColumnForward(Forward job) {
        this.job = job;
        this.columns = new Columns(job.plan());
        this.invariant = columns.invariant(job.parameters());
        this.partial = job.statistics();
    }

    @Override
    public int units() {
        return columns.units();
    }

    @Override
    public int leaves() {
        return columns.leaves();
    }

    @Override
    public int size() {
        return job.plan().size();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public void open(int parts, int chunks) {
        if (chunks > 1) {
            partial = new Statistics(parts * columns.statisticsOfUnit());
            chunksOfUnit = chunks;
        }
    }

    /** The place of the first sum of a chunk. */
    private int slot(int unit, int chunk) {
        return chunksOfUnit == 1
                ? columns.firstStatistic(unit)
                : (unit * chunksOfUnit + chunk) * columns.statisticsOfUnit();
    }

    @Override
    public void gather(Scratch scratch) {
        if (job.rule().centring() == Centring.GIVEN) {
            return;
        }
        int unit = scratch.unit;
        int slot = slot(unit, scratch.chunk);
        int statistics = columns.statistics(unit);
        for (int s = 0; s < statistics; s++) {
            partial.lo[slot + s] = centre(unit, s);
            partial.m2[slot + s] = 0;
        }
        scratch.c.columns(columns.width(unit));
        columns.expand(job.statistics().hi, columns.firstStatistic(unit), scratch.c.shifts, columns.width(unit));
        long count = 0;
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(unit, leaf, scratch);
            count = merge(scratch, statistics, slot, count);
        }
    }

    /** Chooses what deviations are taken from, and returns the part of it that one double does not hold. */
    private double centre(int unit, int s) {
        double[] hi = job.statistics().hi;
        int statistic = columns.firstStatistic(unit) + s;
        int column = s * job.plan().r1();
        boolean centred = job.rule().centring() == Centring.MEAN;
        if (centred && job.x().isWide()) {
            return columns.mean(job.x(), unit, column).store(hi, statistic);
        }
        hi[statistic] = centred ? columns.shift(job.x(), unit, column) : 0;
        return 0;
    }

    private void load(int unit, int leaf, Scratch scratch) {
        int width = columns.width(unit);
        int rows = columns.rows(leaf);
        if (!scratch.holds(leaf)) {
            int start = columns.start(unit, leaf, 0);
            for (int row = 0; row < rows; row++) {
                Tile t = scratch.t.window(row * width, width);
                kernel.load(job.x(), start + row * columns.step(), scratch.c.shifts, t);
            }
        }
        scratch.t.window(0, rows, width);
    }

    /** Adds the moments of the loaded leaf. */
    private long merge(Scratch scratch, int statistics, int slot, long count) {
        int added = scratch.t.rows * job.plan().r1();
        double[] means = scratch.first;
        double[] squares = scratch.second;
        if (job.rule().centring() == Centring.MEAN && !job.x().isWide()) {
            kernel.sums(scratch.t, means);
            columns.fold(means, statistics);
            for (int s = 0; s < statistics; s++) {
                means[s] /= added;
            }
        } else {
            System.arraycopy(partial.lo, slot, means, 0, statistics);
        }
        columns.expand(means, 0, scratch.c.means, scratch.t.width);
        kernel.squares(scratch.t, scratch.c.means, squares);
        columns.fold(squares, statistics);
        for (int s = 0; s < statistics; s++) {
            partial.merge(slot + s, count, means[s], squares[s], added);
        }
        return count + added;
    }

    @Override
    public void finish(int unit, int chunks) {
        int first = columns.firstStatistic(unit);
        int statistics = columns.statistics(unit);
        if (chunks > 1 && job.rule().centring() != Centring.GIVEN) {
            for (int s = 0; s < statistics; s++) {
                mergeChunks(unit, s);
            }
        }
        job.spread(first, first + statistics);
    }

    private void mergeChunks(int unit, int s) {
        Statistics whole = job.statistics();
        int target = columns.firstStatistic(unit) + s;
        whole.lo[target] = 0;
        whole.m2[target] = 0;
        long count = 0;
        for (int chunk = 0; chunk < chunksOfUnit; chunk++) {
            int slot = slot(unit, chunk) + s;
            long added = columns.elements(chunk, chunksOfUnit);
            whole.merge(target, count, partial.lo[slot], partial.m2[slot], added);
            count += added;
        }
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        int width = columns.width(unit);
        int first = columns.firstStatistic(unit);
        Coefficients c = scratch.c;
        c.columns(width);
        columns.expand(job.statistics().hi, first, c.shifts, width);
        columns.expand(job.statistics().lo, first, c.means, width);
        columns.expand(job.statistics().scale, first, c.scales, width);
        job.parameters().fill(columns.start(unit, 0, 0), width, c);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(unit, leaf, scratch);
            int rows = columns.rows(leaf);
            int start = columns.start(unit, leaf, 0);
            for (int row = 0; row < rows; row++) {
                int element = start + row * columns.step();
                if (!invariant) {
                    job.parameters().fill(element, width, c);
                }
                kernel.apply(scratch.t.window(row * width, width), c, job.y(), element);
            }
        }
    }

    @Override
    public void close() {}
}
