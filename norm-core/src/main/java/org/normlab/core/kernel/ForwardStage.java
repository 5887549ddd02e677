package org.normlab.core.kernel;

import java.util.Arrays;

/**
 * The forward pass.
 *
 * <p>Float32 is measured in one reading: about 0, which takes no subtraction, about the mean of samples that lie far from it, or about the
 * first of a few elements. Where the mean turns out to be more than four standard deviations off, the unit is measured again about what
 * was found (Chan, Golub and LeVeque 1983). So the correction takes no more than the last five bits, and the variance is never
 * negative. Float64 has its exact mean from the start. Each of these choices rests on the statistic's own elements, so that its
 * neighbours change no bit of it.
 */
final class ForwardStage implements Stage {
    /** The largest square of the distance from centre to mean, in variances. */
    private static final double FAR = 16;

    /** The same for samples, whose mean and spread are less certain. */
    private static final double SAMPLES_FAR = 4;

    /** Elements of a statistic whose mean is often many deviations off 0 by chance, and off each of which it is not {@link #FAR}. */
    private static final int FEW = 8;

    /** Elements of a statistic that are soon measured again. */
    private static final int SMALL = Block.CAPACITY;

    private final Forward job;
    private final Layout layout;
    private final Kernel kernel;
    private final Statistics statistics;
    private final int[] samples;
    private final Cut cut;
    private final SumPairs sums;
    private final SumPairs partial;
    /** Whether the lines of a unit that is emitted have their centres still, from its gathering just before. */
    private final boolean centred;

    ForwardStage(Forward job) {
        this.job = job;
        this.layout = job.layout();
        this.kernel = job.kernel(layout);
        this.statistics = job.statistics();
        this.samples = job.plan().samples();
        this.cut = Cut.of(layout, job.plan().size());
        this.sums = new SumPairs(statistics.size(), cut.whole() && layout.leaves() <= layout.run());
        this.partial = cut.whole() ? sums : new SumPairs(cut.chunks() * statistics.size(), false);
        boolean same = layout.measuredEach() == layout.linesEach() * layout.fold();
        this.centred = same && cut.whole() && job.rule().centring() != Centring.GIVEN;
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
            case GIVEN -> keepOrigin(first, end);
            case ORIGIN -> origin(first, end);
            case MEAN -> {
                if (job.x().isWide()) {
                    origin(first, end);
                    sample(first, end);
                    for (int s = first; s < end; s++) {
                        statistics.lo[s] =
                                layout.mean(job.x(), s, statistics.hi[s]).store(statistics.hi, s);
                    }
                } else {
                    guess(first, end);
                }
            }
        }
    }

    /**
     * Small statistics are measured about 0 at once, since their samples, which the cache has not, would take as long as to measure them
     * again; a few elements are about the first of them.
     */
    private void guess(int first, int end) {
        int count = job.plan().count();
        origin(first, end);
        if (count < FEW) {
            firstElement(first, end);
        } else if (count > SMALL) {
            sample(first, end);
            preferOrigin(first, end);
        }
    }

    private void firstElement(int first, int end) {
        Flat x = job.x().data();
        int at = job.x().offset() + job.plan().start(first);
        int apart = job.plan().r1();
        if (apart == 1) { // an index that the compiler can follow is checked once, not for each element
            for (int s = first; s < end; s++) {
                statistics.hi[s] = x.get(at + s - first);
            }
            return;
        }
        for (int s = first, i = at; s < end; s++, i += apart) {
            statistics.hi[s] = x.get(i);
        }
    }

    /** Leaves given means of float32 that are near 0 to the summand of y, as those that are found. */
    private void keepOrigin(int first, int end) {
        for (int s = first; !job.x().isWide() && s < end; s++) {
            double distance = statistics.hi[s] * statistics.scale[s];
            if (distance * distance <= FAR) {
                statistics.lo[s] += statistics.hi[s];
                statistics.hi[s] = 0;
            }
        }
    }

    private void origin(int first, int end) {
        Arrays.fill(statistics.hi, first, end, 0);
        Arrays.fill(statistics.lo, first, end, 0);
    }

    /** The mean of a few elements, a power of two, so that the mean of a constant is the constant; m2 has the sum of their squared shares. */
    private void sample(int first, int end) {
        Flat x = job.x().data();
        int at = job.x().offset() + job.plan().start(first);
        double share = 1.0 / samples.length;
        Arrays.fill(statistics.m2, first, end, 0);
        for (int k = 0; k < samples.length; k += 4) {
            int a = samples[k];
            int b = samples[k + 1];
            int c = samples[k + 2];
            int d = samples[k + 3];
            for (int s = first, i = at; s < end; s++, i += job.plan().r1()) {
                double xa = x.get(i + a) * share;
                double xb = x.get(i + b) * share;
                double xc = x.get(i + c) * share;
                double xd = x.get(i + d) * share;
                statistics.hi[s] += xa + xd + (xb + xc);
                statistics.m2[s] += xa * xa + xd * xd + (xb * xb + xc * xc);
            }
        }
    }

    /** Takes 0 for the mean of samples that lie not far from it, beside how far they lie from each other. */
    private void preferOrigin(int first, int end) {
        double count = samples.length;
        for (int s = first; s < end; s++) {
            double square = statistics.hi[s] * statistics.hi[s];
            if (square * (1 + SAMPLES_FAR) <= count * statistics.m2[s] * SAMPLES_FAR) {
                statistics.hi[s] = 0;
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
        c.centre(statistics.hi, first, lines, each);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            layout.measure(unit, leaf, scratch.block);
            kernel.moments(job.x(), scratch.block, c);
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

    /**
     * Turns sums into moments; whether they were taken near the mean, which else is where the next ones will be. Sums about one of a few
     * elements always are.
     */
    private boolean settle(int first, int end) {
        double count = job.plan().count();
        for (int s = first; s < end; s++) {
            double mean = sums.first.values[s] / count;
            statistics.lo[s] = mean;
            statistics.m2[s] = sums.second.values[s] - sums.first.values[s] * mean;
        }
        if (count < FEW) {
            return true;
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
        if (!centred) {
            c.reserve(layout.kernelLines(unit));
            c.centre(statistics.hi, first, layout.kernelLines(unit), layout.linesEach() * layout.fold());
        }
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
        int start = block.start;
        int rows = block.rows;
        for (int row = 0; row < rows; row += band) {
            block.rows(start + row * block.step, band);
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
        Coefficients.unfold(c.factor, lines, layout.fold());
        Coefficients.unfold(c.summand, lines, layout.fold());
    }

    @Override
    public void close() {}
}
