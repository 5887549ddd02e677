package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarColumnKernel} in hardware vectors, bit for bit.
 *
 * <p>Four rows are worked on together, vector after vector: what a column has of its own is fetched once for four elements, and the
 * quarters of a block are four streams of neighbours that the hardware reads ahead of. Rows that are left go one by one, and columns that
 * fill no vector to the scalar kernel.
 */
final class VectorColumnKernel implements Kernel {
    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    /** Whole vectors of a row. */
    private static int whole(Block b) {
        return b.width - b.width % COUNT;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        int quarter = b.rows / 4;
        for (b.row = 0; b.row < quarter; b.row++) {
            fourMoments(x, b, c);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
            oneMoments(x, b, c);
        }
        b.done = whole(b);
        scalar.moments(x, b, c);
    }

    private static void fourMoments(View x, Block b, Coefficients c) {
        Flat data = x.data();
        int end = whole(b);
        int step = b.rows / 4 * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector d0 = load(data, row0 + j).sub(hi);
            DoubleVector d1 = load(data, row1 + j).sub(hi);
            DoubleVector d2 = load(data, row2 + j).sub(hi);
            DoubleVector d3 = load(data, row3 + j).sub(hi);
            load(c.first, j).add(d0).add(d1).add(d2).add(d3).intoArray(c.first, j);
            DoubleVector second = d1.fma(d1, d0.fma(d0, load(c.second, j)));
            d3.fma(d3, d2.fma(d2, second)).intoArray(c.second, j);
        }
    }

    private static void oneMoments(View x, Block b, Coefficients c) {
        int end = whole(b);
        int from = x.offset() + b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = load(x.data(), from + j).sub(load(c.hi, j));
            load(c.first, j).add(d).intoArray(c.first, j);
            d.fma(d, load(c.second, j)).intoArray(c.second, j);
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        int quarter = b.rows / 4;
        for (b.row = 0; b.row < quarter; b.row++) {
            fourApply(x, b, c, y);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
            oneApply(x, b, c, y);
        }
        b.done = whole(b);
        scalar.apply(x, b, c, y);
    }

    private static void fourApply(View x, Block b, Coefficients c, View y) {
        Flat data = x.data();
        Flat out = y.data();
        int end = whole(b);
        int start = b.start + b.row * b.step;
        int row0 = x.offset() + start;
        int to0 = y.offset() + start;
        int step = b.rows / 4 * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            store(load(data, row0 + j).sub(hi).fma(factor, summand), out, to0 + j);
            store(load(data, row0 + step + j).sub(hi).fma(factor, summand), out, to0 + step + j);
            store(load(data, row0 + 2 * step + j).sub(hi).fma(factor, summand), out, to0 + 2 * step + j);
            store(load(data, row0 + 3 * step + j).sub(hi).fma(factor, summand), out, to0 + 3 * step + j);
        }
    }

    private static void oneApply(View x, Block b, Coefficients c, View y) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = load(x.data(), x.offset() + start + j).sub(load(c.hi, j));
            store(d.fma(load(c.factor, j), load(c.summand, j)), y.data(), y.offset() + start + j);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int quarter = b.rows / 4;
        for (b.row = 0; b.row < quarter; b.row++) {
            fourProducts(x, dy, b, c);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
            oneProducts(x, dy, b, c);
        }
        b.done = whole(b);
        scalar.products(x, dy, b, c);
    }

    private static void fourProducts(View x, View dy, Block b, Coefficients c) {
        Flat data = x.data();
        Flat dys = dy.data();
        int end = whole(b);
        int start = b.start + b.row * b.step;
        int row0 = x.offset() + start;
        int dy0 = dy.offset() + start;
        int step = b.rows / 4 * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector lo = load(c.lo, j);
            DoubleVector q0 = load(dys, dy0 + j);
            DoubleVector q1 = load(dys, dy0 + step + j);
            DoubleVector q2 = load(dys, dy0 + 2 * step + j);
            DoubleVector q3 = load(dys, dy0 + 3 * step + j);
            load(c.first, j).add(q0).add(q1).add(q2).add(q3).intoArray(c.first, j);
            DoubleVector second = load(data, row0 + j).sub(hi).sub(lo).fma(q0, load(c.second, j));
            second = load(data, row0 + step + j).sub(hi).sub(lo).fma(q1, second);
            second = load(data, row0 + 2 * step + j).sub(hi).sub(lo).fma(q2, second);
            load(data, row0 + 3 * step + j).sub(hi).sub(lo).fma(q3, second).intoArray(c.second, j);
        }
    }

    private static void oneProducts(View x, View dy, Block b, Coefficients c) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector q = load(dy.data(), dy.offset() + start + j);
            DoubleVector d =
                    load(x.data(), x.offset() + start + j).sub(load(c.hi, j)).sub(load(c.lo, j));
            load(c.first, j).add(q).intoArray(c.first, j);
            d.fma(q, load(c.second, j)).intoArray(c.second, j);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        int quarter = b.rows / 4;
        for (b.row = 0; b.row < quarter; b.row++) {
            fourPullback(x, dy, b, c, dx);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
            onePullback(x, dy, b, c, dx);
        }
        b.done = whole(b);
        scalar.pullback(x, dy, b, c, dx);
    }

    private static void fourPullback(View x, View dy, Block b, Coefficients c, View dx) {
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        int end = whole(b);
        int step = b.rows / 4 * b.step;
        int start = b.start + b.row * b.step;
        int row0 = x.offset() + start;
        int dy0 = dy.offset() + start;
        int to0 = dx.offset() + start;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = load(data, row0 + j).sub(hi).fma(bend, summand);
            DoubleVector line1 = load(data, row0 + step + j).sub(hi).fma(bend, summand);
            DoubleVector line2 = load(data, row0 + 2 * step + j).sub(hi).fma(bend, summand);
            DoubleVector line3 = load(data, row0 + 3 * step + j).sub(hi).fma(bend, summand);
            store(load(dys, dy0 + j).mul(factor).add(line0), out, to0 + j);
            store(load(dys, dy0 + step + j).mul(factor).add(line1), out, to0 + step + j);
            store(load(dys, dy0 + 2 * step + j).mul(factor).add(line2), out, to0 + 2 * step + j);
            store(load(dys, dy0 + 3 * step + j).mul(factor).add(line3), out, to0 + 3 * step + j);
        }
    }

    private static void onePullback(View x, View dy, Block b, Coefficients c, View dx) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = load(x.data(), x.offset() + start + j).sub(load(c.hi, j));
            DoubleVector q = load(dy.data(), dy.offset() + start + j).mul(load(c.factor, j));
            store(q.add(d.fma(load(c.bend, j), load(c.summand, j))), dx.data(), dx.offset() + start + j);
        }
    }
}
