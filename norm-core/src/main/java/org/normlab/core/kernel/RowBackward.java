package org.normlab.core.kernel;

/** The backward pass along rows. */
final class RowBackward implements Stage {
    private final RowKernel kernel = Kernels.rows();
    private final Backward job;
    private final Forward forward;
    private final Parameters parameters;
    private final Rows rows;
    private final boolean uniform;
    private final Backward.Means means;
    private Backward.Means partial;
    private PartSums sums;

    RowBackward(Backward job) {
        this.job = job;
        this.forward = job.forward();
        this.parameters = forward.parameters();
        this.rows = new Rows(forward.plan());
        this.uniform = rows.uniform(parameters);
        this.means = new Backward.Means(forward.statistics().size());
        this.partial = means;
        this.sums = new PartSums(job.sums(), 1);
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
        return forward.plan().size();
    }

    @Override
    public int channels() {
        return parameters.channels();
    }

    @Override
    public void open(int parts, int chunks) {
        sums = new PartSums(job.sums(), parts);
        if (chunks > 1) {
            partial = new Backward.Means(parts);
        }
    }

    @Override
    public void gather(Scratch scratch) {
        scratch.base = rows.base(scratch.unit);
        int unit = scratch.unit;
        scratch.sums = sums.part(scratch.part);
        scratch.slot = partial == means ? unit : unit * (partial.q.length / units()) + scratch.chunk;
        partial.clear(scratch.slot);
        centre(unit, scratch.c);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(unit, leaf, scratch);
            int length = rows.length(leaf);
            int runs = rows.runs(leaf);
            if (uniform) {
                scratch.window(0, runs * length);
                gatherPiece(scratch.base + rows.start(leaf, 0), scratch);
            } else {
                for (int run = 0; run < runs; run++) {
                    scratch.window(run * length, length);
                    gatherRun(scratch.base + rows.start(leaf, run), scratch);
                }
            }
            scratch.sums.endRun();
        }
    }

    private void centre(int unit, Coefficients c) {
        c.mean = forward.statistics().lo[unit];
        c.scale = forward.statistics().scale[unit];
    }

    /** Loads a leaf unless the tiles hold it, and returns whether it had to. */
    private boolean load(int unit, int leaf, Scratch scratch) {
        boolean held = scratch.holds(leaf);
        int length = rows.length(leaf);
        for (int run = 0; !held && run < rows.runs(leaf); run++) {
            int from = scratch.base + rows.start(leaf, run);
            scratch.window(run * length, length);
            kernel.load(forward.x(), from, forward.statistics().hi[unit], scratch.t);
            kernel.load(job.dy(), from, 0, scratch.q);
        }
        return !held;
    }

    /** Gathers a piece with one weight. */
    private void gatherPiece(int element, Scratch scratch) {
        int channel = parameters.index(element);
        double weight = parameters.weight()[channel];
        double sum = kernel.sum(scratch.q);
        double dot = kernel.dot(scratch.t, scratch.c.mean, scratch.q);
        scratch.sums.add(channel, dot * scratch.c.scale, sum);
        partial.add(scratch.slot, weight * sum, weight * dot);
    }

    /** Gathers the windowed run, piece after piece. */
    private void gatherRun(int element, Scratch scratch) {
        int at = scratch.t.start;
        int end = element + scratch.t.width;
        for (int from = element, to; from < end; from = to) {
            to = parameters.pieceEnd(from, end);
            scratch.window(at + from - element, to - from);
            if (parameters.elementwise()) {
                point(from, scratch.c);
                kernel.accumulate(scratch.t, scratch.c, scratch.q, scratch.sums);
                kernel.weigh(scratch.q, scratch.c);
            } else {
                gatherPiece(from, scratch);
            }
        }
        if (parameters.elementwise()) {
            scratch.window(at, end - element);
            double dot = kernel.dot(scratch.t, scratch.c.mean, scratch.q);
            partial.add(scratch.slot, kernel.sum(scratch.q), dot);
        }
    }

    private void point(int element, Coefficients c) {
        c.weights = parameters.weight();
        c.at = parameters.index(element);
    }

    @Override
    public void finish(int unit, int chunks) {
        if (chunks > 1) {
            means.merge(unit, partial, unit * chunks, 1, chunks);
        }
        job.finish(means, unit, unit + 1);
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        scratch.base = rows.base(unit);
        Coefficients c = scratch.c;
        centre(unit, c);
        c.meanQ = means.q[unit];
        c.slope = means.dot[unit];
        c.weight = parameters.elementwise() ? 1 : parameters.weight()[parameters.index(scratch.base)];
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            boolean fresh = load(unit, leaf, scratch);
            int length = rows.length(leaf);
            for (int run = 0; run < rows.runs(leaf); run++) {
                int element = scratch.base + rows.start(leaf, run);
                scratch.window(run * length, length);
                if (uniform || parameters.elementwise() && !fresh) {
                    kernel.pullback(scratch.t, scratch.q, c, job.dx(), element);
                } else {
                    emitRun(element, scratch);
                }
            }
        }
    }

    /** Emits a run piece after piece; elementwise weights are applied to dy as it was loaded. */
    private void emitRun(int element, Scratch scratch) {
        int at = scratch.t.start;
        int end = element + scratch.t.width;
        Coefficients c = scratch.c;
        for (int from = element, to; from < end; from = to) {
            to = parameters.pieceEnd(from, end);
            scratch.window(at + from - element, to - from);
            if (parameters.elementwise()) {
                point(from, c);
                kernel.weigh(scratch.q, c);
            } else {
                c.weight = parameters.weight()[parameters.index(from)];
            }
            kernel.pullback(scratch.t, scratch.q, c, job.dx(), from);
        }
    }

    @Override
    public void close() {
        sums.close();
    }
}
