package org.normlab.core.kernel;

/** The forward pass along rows. */
final class RowForward implements Stage {
    private final RowKernel kernel = Kernels.rows();
    private final Forward job;
    private final Rows rows;
    private final boolean uniform;
    private Statistics partial;

    RowForward(Forward job) {
        this.job = job;
        this.rows = new Rows(job.plan());
        this.uniform = rows.uniform(job.parameters());
        this.partial = job.statistics();
    }

    @Override
    public int units() {
        return rows.units();
    }

    @Override
    public int leaves() {
        return rows.leaves();
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
            partial = new Statistics(parts);
        }
    }

    @Override
    public void gather(Scratch scratch) {
        scratch.base = rows.base(scratch.unit);
        if (job.rule().centring() == Centring.GIVEN) {
            return;
        }
        boolean centred = job.rule().centring() == Centring.MEAN;
        int slot = slot(scratch.unit, scratch.chunk);
        boolean measured = centred && !job.x().isWide();
        partial.lo[slot] = centre(scratch.unit, centred);
        partial.m2[slot] = 0;
        long count = 0;
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            int added = load(scratch.unit, leaf, scratch);
            Tile t = scratch.t.window(0, added);
            double lo = measured ? kernel.sum(t) / added : partial.lo[slot];
            partial.merge(slot, count, lo, kernel.squares(t, lo), added);
            count += added;
        }
    }

    /** Chooses what deviations are taken from, and returns the part of it that one double does not hold. */
    private double centre(int unit, boolean centred) {
        double[] hi = job.statistics().hi;
        if (centred && job.x().isWide()) {
            return rows.mean(job.x(), unit).store(hi, unit);
        }
        hi[unit] = centred ? rows.shift(job.x(), unit) : 0;
        return 0;
    }

    private int slot(int unit, int chunk) {
        return partial == job.statistics() ? unit : unit * (partial.size() / units()) + chunk;
    }

    /** Loads a leaf unless the tile holds it, and returns how many elements it has. */
    private int load(int unit, int leaf, Scratch scratch) {
        int length = rows.length(leaf);
        int runs = rows.runs(leaf);
        if (!scratch.holds(leaf)) {
            for (int run = 0; run < runs; run++) {
                Tile t = scratch.t.window(run * length, length);
                kernel.load(job.x(), scratch.base + rows.start(leaf, run), job.statistics().hi[unit], t);
            }
        }
        return runs * length;
    }

    @Override
    public void finish(int unit, int chunks) {
        Statistics s = job.statistics();
        if (chunks > 1 && job.rule().centring() != Centring.GIVEN) {
            s.lo[unit] = 0;
            s.m2[unit] = 0;
            long count = 0;
            for (int chunk = 0; chunk < chunks; chunk++) {
                int slot = slot(unit, chunk);
                long added = rows.elements(chunk, chunks);
                s.merge(unit, count, partial.lo[slot], partial.m2[slot], added);
                count += added;
            }
        }
        job.spread(unit, unit + 1);
    }

    @Override
    public void emit(Scratch scratch) {
        scratch.base = rows.base(scratch.unit);
        Coefficients c = scratch.c;
        c.mean = job.statistics().lo[scratch.unit];
        c.scale = job.statistics().scale[scratch.unit];
        point(scratch.base, c);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(scratch.unit, leaf, scratch);
            int length = rows.length(leaf);
            for (int run = 0; run < rows.runs(leaf); run++) {
                int element = scratch.base + rows.start(leaf, run);
                Tile t = scratch.t.window(run * length, length);
                if (uniform) {
                    kernel.apply(t, c, job.y(), element);
                } else {
                    emitRun(element, t, c);
                }
            }
        }
    }

    /** Chooses the weight and bias of the piece that starts at an element. */
    private void point(int element, Coefficients c) {
        Parameters p = job.parameters();
        c.weights = p.weight();
        c.biases = p.bias();
        c.at = p.index(element);
        c.weight = c.weights[c.at];
        c.bias = c.biases[c.at];
    }

    private void emitRun(int element, Tile t, Coefficients c) {
        Parameters p = job.parameters();
        int at = t.start;
        int end = element + t.width;
        for (int from = element, to; from < end; from = to) {
            point(from, c);
            to = p.pieceEnd(from, end);
            t.window(at + from - element, to - from);
            if (p.elementwise()) {
                kernel.applyEach(t, c, job.y(), from);
            } else {
                kernel.apply(t, c, job.y(), from);
            }
        }
    }

    @Override
    public void close() {}
}
