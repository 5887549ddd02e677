package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarColumnKernel} in hardware vectors, bit for bit.
 *
 * <p>Neighbouring vectors of columns keep their sums or coefficients in registers down the rows. The last vector of a group may overlap
 * the others of its group; columns that fill no vector go to the scalar kernel.
 */
final class VectorColumnKernel implements Kernel {
    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        Flat data = x.data();
        int rows = b.rows;
        int step = b.step;
        int j = 0;
        for (; j + COUNT <= b.width; j += 4 * COUNT) {
            int last = b.width - COUNT - j;
            int next1 = Math.min(COUNT, last);
            int next2 = Math.min(2 * COUNT, last);
            int next3 = Math.min(3 * COUNT, last);
            DoubleVector one = Lanes.all(1);
            DoubleVector shift0 = load(c.hi, j).neg();
            DoubleVector shift1 = load(c.hi, j + next1).neg();
            DoubleVector shift2 = load(c.hi, j + next2).neg();
            DoubleVector shift3 = load(c.hi, j + next3).neg();
            DoubleVector first0 = Lanes.zero();
            DoubleVector first1 = Lanes.zero();
            DoubleVector first2 = Lanes.zero();
            DoubleVector first3 = Lanes.zero();
            DoubleVector second0 = Lanes.zero();
            DoubleVector second1 = Lanes.zero();
            DoubleVector second2 = Lanes.zero();
            DoubleVector second3 = Lanes.zero();
            for (int row = 0, i = x.offset() + b.start + j; row < rows; row++, i += step) {
                DoubleVector d0 = load(data, i).fma(one, shift0);
                DoubleVector d1 = load(data, i + next1).fma(one, shift1);
                DoubleVector d2 = load(data, i + next2).fma(one, shift2);
                DoubleVector d3 = load(data, i + next3).fma(one, shift3);
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
            first1.intoArray(c.first, j + next1);
            first2.intoArray(c.first, j + next2);
            first3.intoArray(c.first, j + next3);
            second0.intoArray(c.second, j);
            second1.intoArray(c.second, j + next1);
            second2.intoArray(c.second, j + next2);
            second3.intoArray(c.second, j + next3);
        }
        b.done = j;
        scalar.moments(x, b, c);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        int rows = b.rows;
        int step = b.step;
        int j = 0;
        for (; j + COUNT <= b.width; j += 2 * COUNT) {
            int next = Math.min(COUNT, b.width - COUNT - j);
            DoubleVector hi0 = load(c.hi, j);
            DoubleVector hi1 = load(c.hi, j + next);
            DoubleVector factor0 = load(c.factor, j);
            DoubleVector factor1 = load(c.factor, j + next);
            DoubleVector summand0 = load(c.summand, j);
            DoubleVector summand1 = load(c.summand, j + next);
            int from = x.offset() + b.start + j;
            int to = y.offset() + b.start + j;
            for (int row = 0, i = 0; row < rows; row++, i += step) {
                store(load(x.data(), from + i).sub(hi0).fma(factor0, summand0), y.data(), to + i);
                store(load(x.data(), from + i + next).sub(hi1).fma(factor1, summand1), y.data(), to + i + next);
            }
        }
        b.done = j;
        scalar.apply(x, b, c, y);
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int rows = b.rows;
        int step = b.step;
        int j = 0;
        for (; j + COUNT <= b.width; j += 2 * COUNT) {
            int next = Math.min(COUNT, b.width - COUNT - j);
            DoubleVector one = Lanes.all(1);
            DoubleVector hi0 = load(c.hi, j).neg();
            DoubleVector hi1 = load(c.hi, j + next).neg();
            DoubleVector lo0 = load(c.lo, j);
            DoubleVector lo1 = load(c.lo, j + next);
            DoubleVector first0 = Lanes.zero();
            DoubleVector first1 = Lanes.zero();
            DoubleVector second0 = Lanes.zero();
            DoubleVector second1 = Lanes.zero();
            int from = x.offset() + b.start + j;
            int fromDy = dy.offset() + b.start + j;
            for (int row = 0, i = 0; row < rows; row++, i += step) {
                DoubleVector d0 = load(x.data(), from + i).fma(one, hi0).sub(lo0);
                DoubleVector d1 = load(x.data(), from + i + next).fma(one, hi1).sub(lo1);
                DoubleVector q0 = load(dy.data(), fromDy + i);
                DoubleVector q1 = load(dy.data(), fromDy + i + next);
                first0 = first0.add(q0);
                first1 = first1.add(q1);
                second0 = d0.fma(q0, second0);
                second1 = d1.fma(q1, second1);
            }
            first0.intoArray(c.first, j);
            first1.intoArray(c.first, j + next);
            second0.intoArray(c.second, j);
            second1.intoArray(c.second, j + next);
        }
        b.done = j;
        scalar.products(x, dy, b, c);
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        int rows = b.rows;
        int step = b.step;
        int j = 0;
        for (; j + COUNT <= b.width; j += 2 * COUNT) {
            int next = Math.min(COUNT, b.width - COUNT - j);
            DoubleVector hi0 = load(c.hi, j);
            DoubleVector hi1 = load(c.hi, j + next);
            DoubleVector factor0 = load(c.factor, j);
            DoubleVector factor1 = load(c.factor, j + next);
            DoubleVector summand0 = load(c.summand, j);
            DoubleVector summand1 = load(c.summand, j + next);
            DoubleVector bend0 = load(c.bend, j);
            DoubleVector bend1 = load(c.bend, j + next);
            int from = x.offset() + b.start + j;
            int fromDy = dy.offset() + b.start + j;
            int to = dx.offset() + b.start + j;
            for (int row = 0, i = 0; row < rows; row++, i += step) {
                DoubleVector line0 = load(x.data(), from + i).sub(hi0).fma(bend0, summand0);
                DoubleVector line1 = load(x.data(), from + i + next).sub(hi1).fma(bend1, summand1);
                DoubleVector q0 = load(dy.data(), fromDy + i).mul(factor0);
                DoubleVector q1 = load(dy.data(), fromDy + i + next).mul(factor1);
                store(q0.add(line0), dx.data(), to + i);
                store(q1.add(line1), dx.data(), to + i + next);
            }
        }
        b.done = j;
        scalar.pullback(x, dy, b, c, dx);
    }
}
