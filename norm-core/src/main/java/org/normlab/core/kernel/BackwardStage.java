package org.normlab.core.kernel;

/** The backward pass. */
final class BackwardStage implements Stage {
    private final Backward job;
    private final Forward forward;
    private final Parameters parameters;
    private final Statistics statistics;
    private final Layout layout;
    private final Kernel kernel;
    private final SumPairs means;
    private SumPairs partial;
    private PartSums sums;

    BackwardStage(Backward job) {
        this.job = job;
        this.forward = job.forward();
        this.parameters = forward.parameters();
        this.statistics = forward.statistics();
        this.layout = forward.layout();
        this.kernel = forward.kernel();
        this.means = new SumPairs(statistics.size());
        this.partial = means;
        this.sums = new PartSums(job.sums(), 1);
    }

    @Override
    public Layout layout() {
        return layout;
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
            partial = new SumPairs(chunks * statistics.size());
        }
    }

    @Override
    public void begin(int unit) {}

    @Override
    public void gather(Scratch scratch) {
        int unit = scratch.unit;
        Coefficients c = scratch.c;
        int slot = scratch.chunk * statistics.size() + layout.firstStatistic(unit);
        partial.clear(slot, layout.statistics(unit));
        c.sums = sums.part(scratch.part);
        prepare(unit, c);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.locate(unit, leaf, scratch.block);
            if (leaf == scratch.from || layout.varied()) {
                weigh(scratch);
            }
            kernel.products(forward.x(), job.dy(), scratch.block, c);
            if (!forward.each()) {
                addParameters(c, layout.lines(unit));
            }
            partial.add(slot, c, layout.lines(unit), layout.linesEach());
            c.sums.endRun();
        }
    }

    /** Spreads the statistics of a unit over its lines. */
    private void prepare(int unit, Coefficients c) {
        int first = layout.firstStatistic(unit);
        int lines = layout.lines(unit);
        c.reserve(lines);
        Coefficients.spread(statistics.hi, first, c.hi, lines, layout.linesEach());
        Coefficients.spread(statistics.lo, first, c.lo, lines, layout.linesEach());
        Coefficients.spread(statistics.scale, first, c.factor, lines, layout.linesEach());
    }

    private void weigh(Scratch scratch) {
        if (forward.each()) {
            scratch.c.point(parameters, scratch.block.start);
        } else {
            scratch.c.weigh(parameters, scratch.block.start, layout.lines(scratch.unit), layout.apart());
        }
    }

    /** Adds the sums of lines to those of their parameters, and then weighs them. */
    private static void addParameters(Coefficients c, int lines) {
        for (int i = 0; i < lines; i++) {
            c.sums.add(c.channel[i], c.second[i] * c.factor[i], c.first[i]);
            c.first[i] *= c.weight[i];
            c.second[i] *= c.weight[i];
        }
    }

    @Override
    public boolean finish(int unit) {
        int first = layout.firstStatistic(unit);
        int count = layout.statistics(unit);
        if (partial != means) {
            means.merge(first, count, partial);
        }
        job.finish(means, first, first + count);
        return true;
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        Coefficients c = scratch.c;
        prepare(unit, c);
        for (int leaf = scratch.to - 1; leaf >= scratch.from; leaf--) {
            layout.locate(unit, leaf, scratch.block);
            if (leaf == scratch.to - 1 || layout.varied()) {
                weigh(scratch);
                pull(unit, c);
            }
            kernel.pullback(forward.x(), job.dy(), scratch.block, c, job.dx());
        }
    }

    /** Prepares the coefficients of a block whose weights are known. */
    private void pull(int unit, Coefficients c) {
        int first = layout.firstStatistic(unit);
        int lines = layout.lines(unit);
        Coefficients.spread(means.first, first, c.summand, lines, layout.linesEach());
        Coefficients.spread(means.second, first, c.bend, lines, layout.linesEach());
        if (!forward.each()) {
            Coefficients.spread(statistics.scale, first, c.factor, lines, layout.linesEach());
            c.scaleByWeights(lines);
        }
    }

    @Override
    public void close() {
        sums.close();
    }
}
