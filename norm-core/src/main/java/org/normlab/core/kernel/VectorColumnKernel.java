package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
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
 * that the hardware reads ahead of. They are found with one index each, so that this needs arrays that have them at the same place. Vectors and rows that are left go one by one, and columns that fill no vector to the scalar kernel.
 */
final class VectorColumnKernel implements Kernel {
    /** Whether there is a centre to take off; the {@link Unshifted} copy of this class has none. */
    private static final boolean SHIFTED = !VectorColumnKernel.class.isHidden();

    private static final int TILE = 4 * COUNT;

    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    /** Whole vectors of a row. */
    private static int whole(Block b) {
        return b.width - b.width % COUNT;
    }

    private static DoubleVector off(DoubleVector x, DoubleVector hi) {
        return SHIFTED ? x.sub(hi) : x;
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
            DoubleVector d0 = off(load(data, i), hi0);
            DoubleVector d1 = off(load(data, i + COUNT), hi1);
            DoubleVector d2 = off(load(data, i + 2 * COUNT), hi2);
            DoubleVector d3 = off(load(data, i + 3 * COUNT), hi3);
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
            DoubleVector d = off(load(data, i), hi);
            first = first.add(d);
            second = d.fma(d, second);
        }
        first.intoArray(c.first, j);
        second.intoArray(c.second, j);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        b.divide();
        int together = x.isBeside(y) ? b.quarter : 0;
        for (b.row = 0; b.row < together; b.row++) {
            fourApply(x, b, c, y);
        }
        for (b.row = TOGETHER * together; b.row < b.rows; b.row++) {
            oneApply(x, b, c, y);
        }
        b.done = whole(b);
        scalar.apply(x, b, c, y);
    }

    private static void fourApply(View x, Block b, Coefficients c, View y) {
        Flat data = x.data();
        Flat out = y.data();
        int end = whole(b);
        int step = b.quarter * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector d0 = off(load(data, row0 + j), hi);
            DoubleVector d1 = off(load(data, row1 + j), hi);
            DoubleVector d2 = off(load(data, row2 + j), hi);
            DoubleVector d3 = off(load(data, row3 + j), hi);
            store(d0.fma(factor, summand), out, row0 + j);
            store(d1.fma(factor, summand), out, row1 + j);
            store(d2.fma(factor, summand), out, row2 + j);
            store(d3.fma(factor, summand), out, row3 + j);
        }
    }

    private static void oneApply(View x, Block b, Coefficients c, View y) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            store(d.fma(load(c.factor, j), load(c.summand, j)), y.data(), y.offset() + start + j);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        b.divide();
        int together = x.isBeside(dy) ? b.quarter : 0;
        for (b.row = 0; b.row < together; b.row++) {
            fourProducts(x, dy, b, c);
        }
        for (int i = TOGETHER * together; i < b.rows; i++) {
            b.row = b.ordered(i);
            oneProducts(x, dy, b, c);
        }
        b.done = whole(b);
        scalar.products(x, dy, b, c);
    }

    private static void fourProducts(View x, View dy, Block b, Coefficients c) {
        Flat data = x.data();
        Flat dys = dy.data();
        int end = whole(b);
        int step = b.quarter * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector q0 = load(dys, row0 + j);
            DoubleVector q1 = load(dys, row1 + j);
            DoubleVector q2 = load(dys, row2 + j);
            DoubleVector q3 = load(dys, row3 + j);
            load(c.first, j).add(q0).add(q1).add(q2).add(q3).intoArray(c.first, j);
            DoubleVector second = off(load(data, row0 + j), hi).fma(q0, load(c.second, j));
            second = off(load(data, row1 + j), hi).fma(q1, second);
            second = off(load(data, row2 + j), hi).fma(q2, second);
            off(load(data, row3 + j), hi).fma(q3, second).intoArray(c.second, j);
        }
    }

    private static void oneProducts(View x, View dy, Block b, Coefficients c) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector q = load(dy.data(), dy.offset() + start + j);
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            load(c.first, j).add(q).intoArray(c.first, j);
            d.fma(q, load(c.second, j)).intoArray(c.second, j);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        b.divide();
        int together = x.isBeside(dy) && x.isBeside(dx) ? b.quarter : 0;
        for (b.row = 0; b.row < together; b.row++) {
            fourPullback(x, dy, b, c, dx);
        }
        for (b.row = TOGETHER * together; b.row < b.rows; b.row++) {
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
        int step = b.quarter * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = off(load(data, row0 + j), hi).fma(bend, summand);
            DoubleVector line1 = off(load(data, row1 + j), hi).fma(bend, summand);
            DoubleVector line2 = off(load(data, row2 + j), hi).fma(bend, summand);
            DoubleVector line3 = off(load(data, row3 + j), hi).fma(bend, summand);
            store(load(dys, row0 + j).mul(factor).add(line0), out, row0 + j);
            store(load(dys, row1 + j).mul(factor).add(line1), out, row1 + j);
            store(load(dys, row2 + j).mul(factor).add(line2), out, row2 + j);
            store(load(dys, row3 + j).mul(factor).add(line3), out, row3 + j);
        }
    }

    private static void onePullback(View x, View dy, Block b, Coefficients c, View dx) {
        int end = whole(b);
        int start = b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            DoubleVector q = load(dy.data(), dy.offset() + start + j).mul(load(c.factor, j));
            store(q.add(d.fma(load(c.bend, j), load(c.summand, j))), dx.data(), dx.offset() + start + j);
        }
    }
}
