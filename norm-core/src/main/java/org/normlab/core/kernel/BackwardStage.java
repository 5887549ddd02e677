package org.normlab.core.kernel;

/** The backward pass. */
final class BackwardStage implements Stage {
    /** Runs of a parameter's elements that are added up plainly: of float32, which rounds more off in the end, and of float64. */
    private static final int MANY_RUNS = 256;

    private static final int FEW_RUNS = 4;

    private final Backward job;
    private final Forward forward;
    private final Parameters parameters;
    private final Statistics statistics;
    private final Layout layout;
    private final Kernel kernel;
    private final Cut cut;
    private final SumPairs means;
    private final SumPairs partial;
    private final PartSums sums;

    BackwardStage(Backward job) {
        this.job = job;
        this.forward = job.forward();
        this.parameters = forward.parameters();
        this.statistics = forward.statistics();
        this.layout = forward.layout();
        this.kernel = forward.kernel(layout);
        this.cut = Cut.of(layout, forward.plan().size(), parameters.channels(), forward.own());
        boolean single = cut.whole() && !layout.varied() && layout.leaves() <= layout.run();
        this.means = new SumPairs(statistics.size(), single);
        this.partial = cut.whole() ? means : new SumPairs(cut.chunks() * statistics.size(), false);
        this.sums = new PartSums(job.sums(), cut.parts(), cut.across() || cut.whole() && forward.own());
    }

    @Override
    public Cut cut() {
        return cut;
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
        if (forward.each()) {
            c.normalized(layout.lines(unit));
        }
        c.clearSums(layout.kernelLines(unit));
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.locate(unit, leaf, scratch.block);
            if (leaf == scratch.from && !layout.varied()) {
                weigh(scratch);
            }
            boolean ends = scratch.endsRun(leaf, layout.run());
            if (layout.varied()) {
                gatherBands(scratch, slot);
            } else {
                kernel.products(forward.x(), job.dy(), scratch.block, c);
                if (ends) {
                    add(scratch, slot);
                }
            }
            if (ends) {
                endRun(scratch);
            }
        }
    }

    private void gatherBands(Scratch scratch, int slot) {
        Block block = scratch.block;
        int band = layout.band(block);
        int start = block.start;
        int rows = block.rows;
        for (int row = 0; row < rows; row += band) {
            block.rows(start + row * block.step, band);
            weigh(scratch);
            kernel.products(forward.x(), job.dy(), block, scratch.c);
            add(scratch, slot);
        }
    }

    /** Counts a run of the channels that this part adds to. */
    private void endRun(Scratch scratch) {
        int first = 0;
        int channels = parameters.channels();
        if (forward.own()) {
            first = layout.firstStatistic(scratch.unit);
            channels = layout.statistics(scratch.unit);
        } else if (cut.across()) {
            first = scratch.c.at;
            channels = scratch.block.width;
        }
        scratch.c.sums.endRun(forward.x().isWide() ? FEW_RUNS : MANY_RUNS, first, first + channels);
    }

    /** Adds the sums of lines to those of their parameters and statistics. */
    private void add(Scratch scratch, int slot) {
        Coefficients c = scratch.c;
        int lines = layout.lines(scratch.unit);
        c.foldSums(lines, layout.fold());
        c.centreSums(lines);
        if (!forward.each()) {
            c.addParameters(lines);
        }
        c.weighSums(lines);
        partial.add(slot, c, lines, layout.linesEach());
    }

    /** Spreads the statistics of a unit over its lines. */
    private void prepare(int unit, Coefficients c) {
        int first = layout.firstStatistic(unit);
        int lines = layout.lines(unit);
        c.reserve(layout.kernelLines(unit));
        c.centre(statistics.hi, first, layout.kernelLines(unit), layout.linesEach() * layout.fold());
        Coefficients.spread(statistics.lo, first, c.lo, lines, layout.linesEach());
        Coefficients.spread(statistics.scale, first, c.scale, lines, layout.linesEach());
    }

    private void weigh(Scratch scratch) {
        int lines = layout.lines(scratch.unit);
        if (forward.each()) {
            scratch.c.point(parameters, scratch.block.start, lines);
        } else {
            scratch.c.weigh(parameters, scratch.block.start, lines, layout.apart());
        }
    }

    @Override
    public boolean finish(int unit) {
        int first = layout.firstStatistic(unit);
        int count = layout.statistics(unit);
        means.merge(first, count, partial);
        job.finish(means, first, first + count);
        return true;
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        Coefficients c = scratch.c;
        boolean prepared = cut.whole(); // by the gathering of this unit just before
        if (!prepared) {
            prepare(unit, c);
        }
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.locate(unit, leaf, scratch.block);
            if (leaf == scratch.from && !layout.varied()) {
                if (!prepared) {
                    weigh(scratch);
                }
                pull(unit, c);
            }
            emit(scratch, scratch.block);
        }
    }

    private void emit(Scratch scratch, Block block) {
        int band = layout.band(block);
        int start = block.start;
        int rows = block.rows;
        for (int row = 0; row < rows; row += band) {
            block.rows(start + row * block.step, band);
            if (layout.varied()) {
                weigh(scratch);
                pull(scratch.unit, scratch.c);
            }
            kernel.pullback(forward.x(), job.dy(), block, scratch.c, job.dx());
        }
    }

    /** Prepares the coefficients of a block whose weights are known. */
    private void pull(int unit, Coefficients c) {
        int first = layout.firstStatistic(unit);
        int lines = layout.lines(unit);
        Coefficients.spread(means.first.values, first, c.summand, lines, layout.linesEach());
        Coefficients.spread(means.second.values, first, c.bend, lines, layout.linesEach());
        c.pulled(lines);
        Coefficients.unfold(c.factor, lines, layout.fold());
        Coefficients.unfold(c.summand, lines, layout.fold());
        Coefficients.unfold(c.bend, lines, layout.fold());
    }

    @Override
    public void close() {
        sums.close();
    }
}
