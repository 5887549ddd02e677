package org.normlab.core.kernel;

import java.util.Arrays;

/**
 * The forward pass.
 *
 * <p>Float32 is measured in one reading, about the mean of a few of its elements; where that turns out to be more than two standard
 * deviations off, the unit is measured again about the mean that was found (Chan, Golub and LeVeque 1983). So the correction takes no
 * more than the last two bits, and the variance is never negative. Float64 has its exact mean from the start.
 */
final class ForwardStage implements Stage {
    /** The largest square of the distance from shift to mean, in variances. */
    private static final double FAR = 4;

    private final Forward job;
    private final Layout layout;
    private final Kernel kernel;
    private final Statistics statistics;
    private final int[] samples;
    private final Cut cut;
    private final SumPairs sums;
    private final SumPairs partial;

    ForwardStage(Forward job) {
        this.job = job;
        this.layout = job.layout();
        this.kernel = job.kernel(layout);
        this.statistics = job.statistics();
        this.samples = job.plan().samples();
        this.cut = Cut.of(layout, job.plan().size());
        this.sums = new SumPairs(statistics.size(), cut.whole() && layout.leaves() <= layout.run());
        this.partial = cut.whole() ? sums : new SumPairs(cut.chunks() * statistics.size(), false);
    }

    @Override
    public Cut cut() {
        return cut;
    }

    /** Chooses what deviations are taken from. */
    @Override
    public void begin(int unit) {
        int first = layout.firstStatistic(unit);
        int end = first + layout.statistics(unit);
        switch (job.rule().centring()) {
            case GIVEN -> {}
            case ORIGIN -> {
                Arrays.fill(statistics.hi, first, end, 0);
                Arrays.fill(statistics.lo, first, end, 0);
            }
            case MEAN -> {
                if (chosen()) {
                    Arrays.fill(statistics.hi, first, end, Double.NaN);
                } else {
                    sample(first, end);
                }
                for (int s = first; job.x().isWide() && s < end; s++) {
                    statistics.lo[s] = layout.mean(job.x(), s, statistics.hi[s]).store(statistics.hi, s);
                }
            }
        }
    }

    /** Whether the kernel chooses the centre of a row when it reads it, which is when the memory has it nearest. */
    private boolean chosen() {
        return layout.whole()
                && job.rule().centring() == Centring.MEAN
                && !job.x().isWide();
    }

    /** The mean of a few elements, a power of two, so that the mean of a constant is the constant. */
    private void sample(int first, int end) {
        Flat x = job.x().data();
        int at = job.x().offset() + job.plan().start(first);
        double share = 1.0 / samples.length;
        Arrays.fill(statistics.hi, first, end, 0);
        Arrays.fill(statistics.lo, first, end, 0);
        for (int k = 0; k < samples.length; k += 4) {
            int a = samples[k];
            int b = samples[k + 1];
            int c = samples[k + 2];
            int d = samples[k + 3];
            for (int s = first, i = at; s < end; s++, i += job.plan().r1()) {
                double outer = x.get(i + a) * share + x.get(i + d) * share;
                double inner = x.get(i + b) * share + x.get(i + c) * share;
                statistics.hi[s] += outer + inner;
            }
        }
    }

    @Override
    public void gather(Scratch scratch) {
        if (job.rule().centring() == Centring.GIVEN) {
            return;
        }
        int unit = scratch.unit;
        int first = layout.firstStatistic(unit);
        int slot = scratch.chunk * statistics.size() + first;
        partial.clear(slot, layout.statistics(unit));
        Coefficients c = scratch.c;
        int each = layout.measuredEach();
        int lines = layout.statistics(unit) * each;
        c.reserve(lines);
        c.clearSums(lines);
        Coefficients.spread(statistics.hi, first, c.hi, lines, each);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.measure(unit, leaf, scratch.block);
            kernel.moments(job.x(), scratch.block, c);
            if (chosen()) {
                System.arraycopy(c.hi, 0, statistics.hi, first, lines);
            }
            if (scratch.endsRun(leaf, layout.run())) {
                partial.add(slot, c, lines, each);
            }
        }
    }

    @Override
    public boolean finish(int unit) {
        if (job.rule().centring() == Centring.GIVEN) {
            return true;
        }
        int first = layout.firstStatistic(unit);
        int end = first + layout.statistics(unit);
        sums.merge(first, end - first, partial);
        boolean near =
                job.rule().centring() != Centring.MEAN || job.x().isWide() ? square(first, end) : settle(first, end);
        job.spread(first, end);
        return near;
    }

    /** Turns sums about a centre that is known already into moments. */
    private boolean square(int first, int end) {
        double count = job.plan().count();
        for (int s = first; s < end; s++) {
            statistics.m2[s] = sums.second.values[s] - count * statistics.lo[s] * statistics.lo[s];
        }
        return true;
    }

    /** Turns sums into moments; whether they were taken near the mean, which else is where the next ones will be. */
    private boolean settle(int first, int end) {
        double count = job.plan().count();
        for (int s = first; s < end; s++) {
            double mean = sums.first.values[s] / count;
            statistics.lo[s] = mean;
            statistics.m2[s] = sums.second.values[s] - sums.first.values[s] * mean;
        }
        boolean near = true;
        for (int s = first; s < end; s++) {
            if (sums.first.values[s] * statistics.lo[s] > FAR * statistics.m2[s]) {
                statistics.hi[s] += statistics.lo[s];
                near = false;
            }
        }
        return near;
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        int first = layout.firstStatistic(unit);
        int lines = layout.lines(unit);
        Coefficients c = scratch.c;
        c.reserve(lines);
        Coefficients.spread(statistics.hi, first, c.hi, lines, layout.linesEach());
        Coefficients.spread(statistics.lo, first, c.lo, lines, layout.linesEach());
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.locate(unit, leaf, scratch.block);
            if (leaf == scratch.from && !layout.varied()) {
                weigh(scratch);
            }
            emit(scratch, scratch.block);
        }
    }

    private void emit(Scratch scratch, Block block) {
        int band = layout.band(block);
        int end = block.start + block.rows * block.step;
        for (int start = block.start; start < end; start += band * block.step) {
            block.rows(start, band);
            if (layout.varied()) {
                weigh(scratch);
            }
            kernel.apply(job.x(), block, scratch.c, job.y());
        }
    }

    private void weigh(Scratch scratch) {
        Coefficients c = scratch.c;
        int lines = layout.lines(scratch.unit);
        int first = layout.firstStatistic(scratch.unit);
        Coefficients.spread(statistics.scale, first, c.scale, lines, layout.linesEach());
        if (job.each()) {
            c.point(job.parameters(), scratch.block.start, lines);
        } else {
            c.weigh(job.parameters(), scratch.block.start, lines, layout.apart());
        }
        c.applied(lines);
    }

    @Override
    public void close() {}
}
