package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarColumnKernel} in hardware vectors, bit for bit.
 *
 * <p>Moments go down four vectors of columns together: what a column has of its own stays in registers, and there are enough sums that
 * none waits for itself. All else needs more registers than that, or meets conflicts in the cache; it takes four rows together, vector after
 * vector: what a column has of its own is fetched once for four elements, and the quarters of a block are four streams of neighbours
 * that the hardware reads ahead of. Vectors and rows that are left go one by one, and columns that fill no vector to the scalar kernel.
 */
final class VectorColumnKernel implements Kernel {
    private static final int TILE = 4 * COUNT;

    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    /** Whole vectors of a row. */
    private static int whole(Block b) {
        return b.width - b.width % COUNT;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        for (b.done = 0; b.done + TILE <= b.width; b.done += TILE) {
            tileMoments(x, b, c);
        }
        for (; b.done + COUNT <= b.width; b.done += COUNT) {
            oneMoments(x, b, c);
        }
        scalar.moments(x, b, c);
    }

    private static void tileMoments(View x, Block b, Coefficients c) {
        Flat data = x.data();
        int j = b.done;
        int rows = b.rows;
        int step = b.step;
        DoubleVector minus = Lanes.all(-1);
        DoubleVector hi0 = load(c.hi, j);
        DoubleVector hi1 = load(c.hi, j + COUNT);
        DoubleVector hi2 = load(c.hi, j + 2 * COUNT);
        DoubleVector hi3 = load(c.hi, j + 3 * COUNT);
        DoubleVector first0 = load(c.first, j);
        DoubleVector first1 = load(c.first, j + COUNT);
        DoubleVector first2 = load(c.first, j + 2 * COUNT);
        DoubleVector first3 = load(c.first, j + 3 * COUNT);
        DoubleVector second0 = load(c.second, j);
        DoubleVector second1 = load(c.second, j + COUNT);
        DoubleVector second2 = load(c.second, j + 2 * COUNT);
        DoubleVector second3 = load(c.second, j + 3 * COUNT);
        for (int row = 0, i = x.offset() + b.start + j; row < rows; row++, i += step) {
            DoubleVector d0 = hi0.fma(minus, load(data, i));
            DoubleVector d1 = hi1.fma(minus, load(data, i + COUNT));
            DoubleVector d2 = hi2.fma(minus, load(data, i + 2 * COUNT));
            DoubleVector d3 = hi3.fma(minus, load(data, i + 3 * COUNT));
            first0 = first0.add(d0);
            first1 = first1.add(d1);
            first2 = first2.add(d2);
            first3 = first3.add(d3);
            second0 = d0.fma(d0, second0);
            second1 = d1.fma(d1, second1);
            second2 = d2.fma(d2, second2);
            second3 = d3.fma(d3, second3);
        }
        first0.intoArray(c.first, j);
        first1.intoArray(c.first, j + COUNT);
        first2.intoArray(c.first, j + 2 * COUNT);
        first3.intoArray(c.first, j + 3 * COUNT);
        second0.intoArray(c.second, j);
        second1.intoArray(c.second, j + COUNT);
        second2.intoArray(c.second, j + 2 * COUNT);
        second3.intoArray(c.second, j + 3 * COUNT);
    }

    private static void oneMoments(View x, Block b, Coefficients c) {
        Flat data = x.data();
        int j = b.done;
        int step = b.step;
        DoubleVector hi = load(c.hi, j);
        DoubleVector first = load(c.first, j);
        DoubleVector second = load(c.second, j);
        for (int row = 0, i = x.offset() + b.start + j; row < b.rows; row++, i += step) {
            DoubleVector d = load(data, i).sub(hi);
            first = first.add(d);
            second = d.fma(d, second);
        }
        first.intoArray(c.first, j);
        second.intoArray(c.second, j);
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
        int from = x.offset() + start;
        int to = y.offset() + start;
        int step = b.rows / 4 * b.step;
        DoubleVector minus = Lanes.all(-1);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector d0 = hi.fma(minus, load(data, from + j));
            DoubleVector d1 = hi.fma(minus, load(data, from + step + j));
            DoubleVector d2 = hi.fma(minus, load(data, from + 2 * step + j));
            DoubleVector d3 = hi.fma(minus, load(data, from + 3 * step + j));
            store(d0.fma(factor, summand), out, to + j);
            store(d1.fma(factor, summand), out, to + step + j);
            store(d2.fma(factor, summand), out, to + 2 * step + j);
            store(d3.fma(factor, summand), out, to + 3 * step + j);
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
        int from = x.offset() + start;
        int fromDy = dy.offset() + start;
        int to = dx.offset() + start;
        DoubleVector minus = Lanes.all(-1);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = hi.fma(minus, load(data, from + j)).fma(bend, summand);
            DoubleVector line1 = hi.fma(minus, load(data, from + step + j)).fma(bend, summand);
            DoubleVector line2 = hi.fma(minus, load(data, from + 2 * step + j)).fma(bend, summand);
            DoubleVector line3 = hi.fma(minus, load(data, from + 3 * step + j)).fma(bend, summand);
            store(load(dys, fromDy + j).mul(factor).add(line0), out, to + j);
            store(load(dys, fromDy + step + j).mul(factor).add(line1), out, to + step + j);
            store(load(dys, fromDy + 2 * step + j).mul(factor).add(line2), out, to + 2 * step + j);
            store(load(dys, fromDy + 3 * step + j).mul(factor).add(line3), out, to + 3 * step + j);
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
