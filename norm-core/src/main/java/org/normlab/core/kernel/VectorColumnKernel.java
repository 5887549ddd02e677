package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarColumnKernel} in hardware vectors, bit for bit.
 *
 * <p>Four rows are worked on together, vector after vector: what a column has of its own is fetched once for four elements, and the
 * quarters of a block are four streams of neighbours that the hardware reads ahead of. In the last pass, which has three arrays, there
 * are two, since it can not follow twelve streams. Rows are found with one index each, so that this needs arrays that have them at the
 * same place. Rows that are left go one by one, and columns that fill no vector to the scalar kernel.
 */
final class VectorColumnKernel implements Kernel {
    /** Whether there is a centre to take off; the {@link Unshifted} copy of this class has none. */
    private static final boolean SHIFTED = !VectorColumnKernel.class.isHidden();

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
        b.divide();
        for (b.row = 0; b.row < b.quarter; b.row++) {
            fourMoments(x, b, c);
        }
        for (int i = TOGETHER * b.quarter; i < b.rows; i++) {
            b.row = b.ordered(i);
            oneMoments(x, b, c);
        }
        b.done = whole(b);
        scalar.moments(x, b, c);
    }

    private static void fourMoments(View x, Block b, Coefficients c) {
        Flat data = x.data();
        double[] firsts = c.first;
        double[] seconds = c.second;
        double[] his = c.hi;
        int end = whole(b);
        int step = b.quarter * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(his, j);
            DoubleVector d0 = off(load(data, row0 + j), hi);
            DoubleVector d1 = off(load(data, row1 + j), hi);
            DoubleVector d2 = off(load(data, row2 + j), hi);
            DoubleVector d3 = off(load(data, row3 + j), hi);
            load(firsts, j).add(d0).add(d1).add(d2).add(d3).intoArray(firsts, j);
            d3.fma(d3, d2.fma(d2, d1.fma(d1, d0.fma(d0, load(seconds, j))))).intoArray(seconds, j);
        }
    }

    private static void oneMoments(View x, Block b, Coefficients c) {
        int end = whole(b);
        int start = x.offset() + b.start + b.row * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = off(load(x.data(), start + j), load(c.hi, j));
            load(c.first, j).add(d).intoArray(c.first, j);
            d.fma(d, load(c.second, j)).intoArray(c.second, j);
        }
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
        int together = x.isBeside(dy) && x.isBeside(dx) ? 2 * b.quarter : 0;
        for (b.row = 0; b.row < together; b.row++) {
            twoPullback(x, dy, b, c, dx);
        }
        for (b.row = 2 * together; b.row < b.rows; b.row++) {
            onePullback(x, dy, b, c, dx);
        }
        b.done = whole(b);
        scalar.pullback(x, dy, b, c, dx);
    }

    private static void twoPullback(View x, View dy, Block b, Coefficients c, View dx) {
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        int end = whole(b);
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + 2 * b.quarter * b.step;
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = off(load(data, row0 + j), hi).fma(bend, summand);
            DoubleVector line1 = off(load(data, row1 + j), hi).fma(bend, summand);
            store(load(dys, row0 + j).mul(factor).add(line0), out, row0 + j);
            store(load(dys, row1 + j).mul(factor).add(line1), out, row1 + j);
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
