package org.normlab.core.kernel;

import java.util.Arrays;

/** The backward pass down columns. */
final class ColumnBackward implements Stage {
    private final ColumnKernel kernel = Kernels.columns();
    private final RowKernel rowKernel = Kernels.rows();
    private final Backward job;
    private final Forward forward;
    private final Parameters parameters;
    private final Columns columns;
    private final boolean invariant;
    private final Backward.Means means;
    private Backward.Means partial;
    private PartSums sums;
    private int chunksOfUnit = 1;

    ColumnBackward(Backward job) {
        this.job = job;
        this.forward = job.forward();
        this.parameters = forward.parameters();
        this.columns = new Columns(forward.plan());
        this.invariant = columns.invariant(parameters);
        this.means = new Backward.Means(forward.statistics().size());
        this.partial = means;
        this.sums = new PartSums(job.sums(), 1);
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
            partial = new Backward.Means(parts * columns.statisticsOfUnit());
            chunksOfUnit = chunks;
        }
    }

    private int slot(int unit, int chunk) {
        return chunksOfUnit == 1
                ? columns.firstStatistic(unit)
                : (unit * chunksOfUnit + chunk) * columns.statisticsOfUnit();
    }

    @Override
    public void gather(Scratch scratch) {
        int unit = scratch.unit;
        int statistics = columns.statistics(unit);
        scratch.sums = sums.part(scratch.part);
        scratch.slot = slot(unit, scratch.chunk);
        Arrays.fill(partial.q, scratch.slot, scratch.slot + statistics, 0);
        Arrays.fill(partial.dot, scratch.slot, scratch.slot + statistics, 0);
        prepare(unit, scratch.c);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(unit, leaf, scratch);
            if (invariant) {
                addParameters(columns.start(unit, 0, 0), scratch);
            } else {
                weighRows(unit, leaf, scratch);
            }
            columns.fold(scratch.first, statistics);
            columns.fold(scratch.second, statistics);
            for (int s = 0; s < statistics; s++) {
                partial.add(scratch.slot + s, scratch.first[s], scratch.second[s]);
            }
            scratch.sums.endRun();
        }
    }

    /** Spreads the statistics and the first row's weights of a unit over its columns. */
    private void prepare(int unit, Coefficients c) {
        int width = columns.width(unit);
        int first = columns.firstStatistic(unit);
        c.columns(width);
        columns.expand(forward.statistics().hi, first, c.shifts, width);
        columns.expand(forward.statistics().lo, first, c.means, width);
        columns.expand(forward.statistics().scale, first, c.scales, width);
        parameters.fill(columns.start(unit, 0, 0), width, c);
    }

    private void load(int unit, int leaf, Scratch scratch) {
        int width = columns.width(unit);
        int rows = columns.rows(leaf);
        boolean held = scratch.holds(leaf);
        int start = columns.start(unit, leaf, 0);
        for (int row = 0; !held && row < rows; row++) {
            int from = start + row * columns.step();
            scratch.window(row * width, width);
            kernel.load(forward.x(), from, scratch.c.shifts, scratch.t);
            rowKernel.load(job.dy(), from, 0, scratch.q);
        }
        scratch.t.window(0, rows, width);
        scratch.q.window(0, rows, width);
    }

    /** Gathers a leaf whose rows all meet the same weights: parameter sums and weighed sums come from the column sums. */
    private void addParameters(int element, Scratch scratch) {
        double[] dys = scratch.first;
        double[] dots = scratch.second;
        kernel.sums(scratch.q, dys);
        kernel.dots(scratch.t, scratch.c.means, scratch.q, dots);
        for (int c = 0; c < scratch.t.width; c++) {
            scratch.sums.add(parameters.index(element + c), dots[c] * scratch.c.scales[c], dys[c]);
            dys[c] *= scratch.c.columnWeights[c];
            dots[c] *= scratch.c.columnWeights[c];
        }
    }

    /** Gathers a leaf whose rows meet different weights, row after row. */
    private void weighRows(int unit, int leaf, Scratch scratch) {
        int width = columns.width(unit);
        int rows = columns.rows(leaf);
        Coefficients c = scratch.c;
        for (int row = 0; row < rows; row++) {
            int element = columns.start(unit, leaf, row);
            parameters.fill(element, width, c);
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                double normalized = (scratch.t.values[at] - c.means[column]) * c.scales[column];
                double dy = scratch.q.values[at];
                scratch.sums.add(parameters.index(element + column), normalized * dy, dy);
                scratch.q.values[at] = dy * c.columnWeights[column];
            }
        }
        kernel.sums(scratch.q, scratch.first);
        kernel.dots(scratch.t, c.means, scratch.q, scratch.second);
        scratch.forget();
    }

    @Override
    public void finish(int unit, int chunks) {
        int first = columns.firstStatistic(unit);
        int statistics = columns.statistics(unit);
        for (int s = 0; chunks > 1 && s < statistics; s++) {
            means.merge(first + s, partial, slot(unit, 0) + s, columns.statisticsOfUnit(), chunks);
        }
        job.finish(means, first, first + statistics);
    }

    @Override
    public void emit(Scratch scratch) {
        int unit = scratch.unit;
        int width = columns.width(unit);
        Coefficients c = scratch.c;
        prepare(unit, c);
        columns.expand(means.q, columns.firstStatistic(unit), c.meanQs, width);
        columns.expand(means.dot, columns.firstStatistic(unit), c.slopes, width);
        for (int leaf = scratch.from; leaf < scratch.to; leaf++) {
            load(unit, leaf, scratch);
            int rows = columns.rows(leaf);
            int start = columns.start(unit, leaf, 0);
            for (int row = 0; row < rows; row++) {
                int element = start + row * columns.step();
                if (!invariant) {
                    parameters.fill(element, width, c);
                }
                scratch.window(row * width, width);
                kernel.pullback(scratch.t, scratch.q, c, job.dx(), element);
            }
        }
    }

    @Override
    public void close() {
        sums.close();
    }
}
