package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.LANES;
import static org.normlab.core.kernel.ScalarRowKernel.grouped;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarRowKernel} in hardware vectors, bit for bit.
 *
 * <p>Four accumulators hold every fourth chunk of the logical lanes; hardware that is narrower than a chunk goes over a row several
 * times. The chunks that are left have a loop of their own, and the elements that fill no chunk are added one by one, while the outputs that
 * are left come with some that were done, from before these may have overwritten their input. No accumulator
 * lives on after its loop: where two values of a vector meet, the compiler may put both on the heap; and a method is called only if
 * its loop runs, since the compiler does not inline what it has seen too seldom, which has the same effect. Lanes are folded when all rows
 * have theirs, since a load that follows the store of a vector too closely has to wait for it. Short rows are summed four at a time, one of
 * each quarter of a block, since beginning and ending a loop takes longer than the few vectors of one.
 */
final class VectorRowKernel implements Kernel {
    /** Whether there is a centre to take off; the {@link Unshifted} copy of this class has none. */
    private static final boolean SHIFTED = !VectorRowKernel.class.isHidden();

    private final ScalarRowKernel scalar = new ScalarRowKernel();

    private static DoubleVector centre(double[] hi, int row) {
        return SHIFTED ? Lanes.all(hi[row]) : Lanes.zero();
    }

    private static DoubleVector off(DoubleVector x, DoubleVector hi) {
        return SHIFTED ? x.sub(hi) : x;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        int chunks = b.width - b.width % CHUNK;
        int grouped = grouped(b.width);
        int together = grouped == 0 ? b.divide() : 0;
        c.clearLanes(TOGETHER * together, b.rows);
        for (int row = 0; grouped > 0 && row < b.rows; row++) {
            moments(x, b, c, row);
        }
        for (b.row = 0; b.row < together; b.row++) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                fourMoments(x, b, c, lane);
            }
        }
        for (int row = TOGETHER * together; chunks > grouped && row < b.rows; row++) {
            momentsLeft(x, b, c, row);
        }
        if (chunks == b.width) {
            c.foldLanes(b.rows);
            return;
        }
        for (int row = 0; row < b.rows; row++) {
            double first = Coefficients.fold(c.firstLanes, row);
            double second = Coefficients.fold(c.secondLanes, row);
            int start = x.offset() + b.start + row * b.step;
            for (int i = start + chunks; i < start + b.width; i++) {
                double d = x.data().get(i) - c.hi[row];
                first += d;
                second = Math.fma(d, d, second);
            }
            c.first[row] += first;
            c.second[row] += second;
        }
    }

    private static void moments(View x, Block b, Coefficients c, int row) {
        Flat data = x.data();
        int start = x.offset() + b.start + row * b.step;
        DoubleVector hi = centre(c.hi, row);
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first0 = Lanes.zero();
            DoubleVector first1 = Lanes.zero();
            DoubleVector first2 = Lanes.zero();
            DoubleVector first3 = Lanes.zero();
            DoubleVector second0 = Lanes.zero();
            DoubleVector second1 = Lanes.zero();
            DoubleVector second2 = Lanes.zero();
            DoubleVector second3 = Lanes.zero();
            int end = start + grouped(b.width);
            for (int i = start + lane; i < end; i += LANES) {
                DoubleVector d0 = off(load(data, i), hi);
                DoubleVector d1 = off(load(data, i + CHUNK), hi);
                DoubleVector d2 = off(load(data, i + 2 * CHUNK), hi);
                DoubleVector d3 = off(load(data, i + 3 * CHUNK), hi);
                first0 = first0.add(d0);
                first1 = first1.add(d1);
                first2 = first2.add(d2);
                first3 = first3.add(d3);
                second0 = d0.fma(d0, second0);
                second1 = d1.fma(d1, second1);
                second2 = d2.fma(d2, second2);
                second3 = d3.fma(d3, second3);
            }
            first0.add(first2).add(first1.add(first3)).intoArray(c.firstLanes, row * CHUNK + lane);
            second0.add(second2).add(second1.add(second3)).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    private static void fourMoments(View x, Block b, Coefficients c, int lane) {
        Flat data = x.data();
        int row = b.row;
        int q = b.quarter;
        int step = q * b.step;
        int start = x.offset() + b.start + row * b.step;
        int end = start + b.width - b.width % CHUNK;
        DoubleVector hi0 = centre(c.hi, row);
        DoubleVector hi1 = centre(c.hi, row + q);
        DoubleVector hi2 = centre(c.hi, row + 2 * q);
        DoubleVector hi3 = centre(c.hi, row + 3 * q);
        DoubleVector first0 = Lanes.zero();
        DoubleVector first1 = Lanes.zero();
        DoubleVector first2 = Lanes.zero();
        DoubleVector first3 = Lanes.zero();
        DoubleVector second0 = Lanes.zero();
        DoubleVector second1 = Lanes.zero();
        DoubleVector second2 = Lanes.zero();
        DoubleVector second3 = Lanes.zero();
        for (int i = start + lane; i < end; i += CHUNK) {
            DoubleVector d0 = off(load(data, i), hi0);
            DoubleVector d1 = off(load(data, i + step), hi1);
            DoubleVector d2 = off(load(data, i + 2 * step), hi2);
            DoubleVector d3 = off(load(data, i + 3 * step), hi3);
            first0 = first0.add(d0);
            first1 = first1.add(d1);
            first2 = first2.add(d2);
            first3 = first3.add(d3);
            second0 = d0.fma(d0, second0);
            second1 = d1.fma(d1, second1);
            second2 = d2.fma(d2, second2);
            second3 = d3.fma(d3, second3);
        }
        int at = row * CHUNK + lane;
        first0.intoArray(c.firstLanes, at);
        first1.intoArray(c.firstLanes, at + q * CHUNK);
        first2.intoArray(c.firstLanes, at + 2 * q * CHUNK);
        first3.intoArray(c.firstLanes, at + 3 * q * CHUNK);
        second0.intoArray(c.secondLanes, at);
        second1.intoArray(c.secondLanes, at + q * CHUNK);
        second2.intoArray(c.secondLanes, at + 2 * q * CHUNK);
        second3.intoArray(c.secondLanes, at + 3 * q * CHUNK);
    }

    private static void momentsLeft(View x, Block b, Coefficients c, int row) {
        int start = x.offset() + b.start + row * b.step;
        DoubleVector hi = centre(c.hi, row);
        int end = start + b.width - b.width % CHUNK;
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first = Lanes.zero();
            DoubleVector second = Lanes.zero();
            for (int i = start + grouped(b.width); i < end; i += CHUNK) {
                DoubleVector d = off(load(x.data(), i + lane), hi);
                first = first.add(d);
                second = d.fma(d, second);
            }
            first.add(load(c.firstLanes, row * CHUNK + lane)).intoArray(c.firstLanes, row * CHUNK + lane);
            second.add(load(c.secondLanes, row * CHUNK + lane)).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        if (b.width < COUNT) {
            scalar.apply(x, b, c, y);
            return;
        }
        Flat data = x.data();
        Flat out = y.data();
        double[] his = c.hi;
        double[] factors = c.factor;
        double[] summands = c.summand;
        int rows = b.rows;
        int step = b.step;
        int last = b.width - COUNT;
        int from = x.offset() + b.start;
        int to = y.offset() + b.start;
        for (int row = 0; row < rows; row++, from += step, to += step) {
            DoubleVector hi = Lanes.all(his[row]);
            DoubleVector factor = Lanes.all(factors[row]);
            DoubleVector summand = Lanes.all(summands[row]);
            DoubleVector end = off(load(data, from + last), hi).fma(factor, summand);
            for (int j = 0; j < last; j += COUNT) {
                store(off(load(data, from + j), hi).fma(factor, summand), out, to + j);
            }
            store(end, out, to + last);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int chunks = b.width - b.width % CHUNK;
        int grouped = grouped(b.width);
        int together = grouped == 0 ? b.divide() : 0;
        c.clearLanes(TOGETHER * together, b.rows);
        for (int row = 0; grouped > 0 && row < b.rows; row++) {
            products(x, dy, b, c, row);
        }
        for (b.row = 0; b.row < together; b.row++) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                fourProducts(x, dy, b, c, lane);
            }
        }
        for (int row = TOGETHER * together; chunks > grouped && row < b.rows; row++) {
            productsLeft(x, dy, b, c, row);
        }
        if (chunks == b.width) {
            c.foldLanes(b.rows);
            return;
        }
        for (int row = 0; row < b.rows; row++) {
            double first = Coefficients.fold(c.firstLanes, row);
            double second = Coefficients.fold(c.secondLanes, row);
            int start = b.start + row * b.step;
            for (int i = start + chunks; i < start + b.width; i++) {
                double q = dy.data().get(dy.offset() + i);
                first += q;
                second = Math.fma(x.data().get(x.offset() + i) - c.hi[row], q, second);
            }
            c.first[row] += first;
            c.second[row] += second;
        }
    }

    private static void products(View x, View dy, Block b, Coefficients c, int row) {
        Flat data = x.data();
        Flat dys = dy.data();
        int toDy = dy.offset() - x.offset();
        DoubleVector hi = centre(c.hi, row);
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first0 = Lanes.zero();
            DoubleVector first1 = Lanes.zero();
            DoubleVector first2 = Lanes.zero();
            DoubleVector first3 = Lanes.zero();
            DoubleVector second0 = Lanes.zero();
            DoubleVector second1 = Lanes.zero();
            DoubleVector second2 = Lanes.zero();
            DoubleVector second3 = Lanes.zero();
            int start = x.offset() + b.start + row * b.step + lane;
            int end = start + grouped(b.width);
            for (int i = start; i < end; i += LANES) {
                DoubleVector q0 = load(dys, i + toDy);
                DoubleVector q1 = load(dys, i + toDy + CHUNK);
                DoubleVector q2 = load(dys, i + toDy + 2 * CHUNK);
                DoubleVector q3 = load(dys, i + toDy + 3 * CHUNK);
                first0 = first0.add(q0);
                first1 = first1.add(q1);
                first2 = first2.add(q2);
                first3 = first3.add(q3);
                second0 = off(load(data, i), hi).fma(q0, second0);
                second1 = off(load(data, i + CHUNK), hi).fma(q1, second1);
                second2 = off(load(data, i + 2 * CHUNK), hi).fma(q2, second2);
                second3 = off(load(data, i + 3 * CHUNK), hi).fma(q3, second3);
            }
            first0.add(first2).add(first1.add(first3)).intoArray(c.firstLanes, row * CHUNK + lane);
            second0.add(second2).add(second1.add(second3)).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    private static void fourProducts(View x, View dy, Block b, Coefficients c, int lane) {
        Flat data = x.data();
        Flat dys = dy.data();
        int row = b.row;
        int q = b.quarter;
        int step = q * b.step;
        int start = x.offset() + b.start + row * b.step;
        int end = start + b.width - b.width % CHUNK;
        int toDy = dy.offset() - x.offset();
        DoubleVector hi0 = centre(c.hi, row);
        DoubleVector hi1 = centre(c.hi, row + q);
        DoubleVector hi2 = centre(c.hi, row + 2 * q);
        DoubleVector hi3 = centre(c.hi, row + 3 * q);
        DoubleVector first0 = Lanes.zero();
        DoubleVector first1 = Lanes.zero();
        DoubleVector first2 = Lanes.zero();
        DoubleVector first3 = Lanes.zero();
        DoubleVector second0 = Lanes.zero();
        DoubleVector second1 = Lanes.zero();
        DoubleVector second2 = Lanes.zero();
        DoubleVector second3 = Lanes.zero();
        for (int i = start + lane; i < end; i += CHUNK) {
            DoubleVector q0 = load(dys, i + toDy);
            DoubleVector q1 = load(dys, i + toDy + step);
            DoubleVector q2 = load(dys, i + toDy + 2 * step);
            DoubleVector q3 = load(dys, i + toDy + 3 * step);
            first0 = first0.add(q0);
            first1 = first1.add(q1);
            first2 = first2.add(q2);
            first3 = first3.add(q3);
            second0 = off(load(data, i), hi0).fma(q0, second0);
            second1 = off(load(data, i + step), hi1).fma(q1, second1);
            second2 = off(load(data, i + 2 * step), hi2).fma(q2, second2);
            second3 = off(load(data, i + 3 * step), hi3).fma(q3, second3);
        }
        int at = row * CHUNK + lane;
        first0.intoArray(c.firstLanes, at);
        first1.intoArray(c.firstLanes, at + q * CHUNK);
        first2.intoArray(c.firstLanes, at + 2 * q * CHUNK);
        first3.intoArray(c.firstLanes, at + 3 * q * CHUNK);
        second0.intoArray(c.secondLanes, at);
        second1.intoArray(c.secondLanes, at + q * CHUNK);
        second2.intoArray(c.secondLanes, at + 2 * q * CHUNK);
        second3.intoArray(c.secondLanes, at + 3 * q * CHUNK);
    }

    private static void productsLeft(View x, View dy, Block b, Coefficients c, int row) {
        DoubleVector hi = centre(c.hi, row);
        int start = b.start + row * b.step;
        int end = start + b.width - b.width % CHUNK;
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first = Lanes.zero();
            DoubleVector second = Lanes.zero();
            for (int i = start + grouped(b.width); i < end; i += CHUNK) {
                DoubleVector q = load(dy.data(), dy.offset() + i + lane);
                first = first.add(q);
                second = off(load(x.data(), x.offset() + i + lane), hi).fma(q, second);
            }
            first.add(load(c.firstLanes, row * CHUNK + lane)).intoArray(c.firstLanes, row * CHUNK + lane);
            second.add(load(c.secondLanes, row * CHUNK + lane)).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        if (b.width < COUNT) {
            scalar.pullback(x, dy, b, c, dx);
            return;
        }
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        double[] his = c.hi;
        double[] factors = c.factor;
        double[] summands = c.summand;
        double[] bends = c.bend;
        int rows = b.rows;
        int step = b.step;
        int last = b.width - COUNT;
        int from = x.offset() + b.start;
        int fromDy = dy.offset() + b.start;
        int to = dx.offset() + b.start;
        for (int row = 0; row < rows; row++, from += step, fromDy += step, to += step) {
            DoubleVector hi = Lanes.all(his[row]);
            DoubleVector factor = Lanes.all(factors[row]);
            DoubleVector summand = Lanes.all(summands[row]);
            DoubleVector bend = Lanes.all(bends[row]);
            DoubleVector lastLine = off(load(data, from + last), hi).fma(bend, summand);
            DoubleVector end = load(dys, fromDy + last).mul(factor).add(lastLine);
            for (int j = 0; j < last; j += COUNT) {
                DoubleVector line = off(load(data, from + j), hi).fma(bend, summand);
                store(load(dys, fromDy + j).mul(factor).add(line), out, to + j);
            }
            store(end, out, to + last);
        }
    }
}
