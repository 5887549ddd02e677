package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.LANES;
import static org.normlab.core.kernel.ScalarRowKernel.centre;
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
 * have theirs, since a load that follows the store of a vector too closely has to wait for it.
 */
final class VectorRowKernel implements Kernel {
    private final ScalarRowKernel scalar = new ScalarRowKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        int chunks = b.width - b.width % CHUNK;
        c.clearLanes(b.rows);
        int grouped = grouped(b.width);
        for (int row = 0; grouped > 0 && row < b.rows; row++) {
            moments(x, b, c, row);
        }
        for (b.row = 0; grouped == 0 && b.row + TOGETHER <= b.rows; b.row += TOGETHER) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                VectorShortRows.moments(x, b, c, lane);
            }
        }
        for (int row = b.row; chunks > grouped && row < b.rows; row++) {
            momentsLeft(x, b, c, row);
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
        DoubleVector one = Lanes.all(1);
        int start = x.offset() + b.start + row * b.step;
        DoubleVector shift = Lanes.all(-centre(data, start, b, c, row));
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
                DoubleVector d0 = load(data, i).fma(one, shift);
                DoubleVector d1 = load(data, i + CHUNK).fma(one, shift);
                DoubleVector d2 = load(data, i + 2 * CHUNK).fma(one, shift);
                DoubleVector d3 = load(data, i + 3 * CHUNK).fma(one, shift);
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

    private static void momentsLeft(View x, Block b, Coefficients c, int row) {
        DoubleVector one = Lanes.all(1);
        int start = x.offset() + b.start + row * b.step;
        DoubleVector shift = Lanes.all(-centre(x.data(), start, b, c, row));
        int end = start + b.width - b.width % CHUNK;
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first = Lanes.zero();
            DoubleVector second = Lanes.zero();
            for (int i = start + grouped(b.width); i < end; i += CHUNK) {
                DoubleVector d = load(x.data(), i + lane).fma(one, shift);
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
        int last = b.width - COUNT;
        for (int row = 0; row < b.rows; row++) {
            int from = x.offset() + b.start + row * b.step;
            int to = y.offset() + b.start + row * b.step;
            DoubleVector hi = Lanes.all(c.hi[row]);
            DoubleVector factor = Lanes.all(c.factor[row]);
            DoubleVector summand = Lanes.all(c.summand[row]);
            DoubleVector end = load(x.data(), from + last).sub(hi).fma(factor, summand);
            for (int j = 0; j < last; j += COUNT) {
                store(load(x.data(), from + j).sub(hi).fma(factor, summand), y.data(), to + j);
            }
            store(end, y.data(), to + last);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int chunks = b.width - b.width % CHUNK;
        c.clearLanes(b.rows);
        int grouped = grouped(b.width);
        for (int row = 0; grouped > 0 && row < b.rows; row++) {
            products(x, dy, b, c, row);
        }
        for (b.row = 0; grouped == 0 && b.row + TOGETHER <= b.rows; b.row += TOGETHER) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                VectorShortRows.products(x, dy, b, c, lane);
            }
        }
        for (int row = b.row; chunks > grouped && row < b.rows; row++) {
            productsLeft(x, dy, b, c, row);
        }
        for (int row = 0; row < b.rows; row++) {
            double first = Coefficients.fold(c.firstLanes, row);
            double second = Coefficients.fold(c.secondLanes, row);
            int start = b.start + row * b.step;
            for (int i = start + chunks; i < start + b.width; i++) {
                double q = dy.data().get(dy.offset() + i);
                first += q;
                second = Math.fma(x.data().get(x.offset() + i) - c.hi[row] - c.lo[row], q, second);
            }
            c.first[row] += first;
            c.second[row] += second;
        }
    }

    private static void products(View x, View dy, Block b, Coefficients c, int row) {
        Flat data = x.data();
        Flat dys = dy.data();
        int toDy = dy.offset() - x.offset();
        DoubleVector one = Lanes.all(1);
        DoubleVector hi = Lanes.all(-c.hi[row]);
        DoubleVector lo = Lanes.all(c.lo[row]);
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
                second0 = load(data, i).fma(one, hi).sub(lo).fma(q0, second0);
                second1 = load(data, i + CHUNK).fma(one, hi).sub(lo).fma(q1, second1);
                second2 = load(data, i + 2 * CHUNK).fma(one, hi).sub(lo).fma(q2, second2);
                second3 = load(data, i + 3 * CHUNK).fma(one, hi).sub(lo).fma(q3, second3);
            }
            first0.add(first2).add(first1.add(first3)).intoArray(c.firstLanes, row * CHUNK + lane);
            second0.add(second2).add(second1.add(second3)).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    private static void productsLeft(View x, View dy, Block b, Coefficients c, int row) {
        DoubleVector one = Lanes.all(1);
        DoubleVector hi = Lanes.all(-c.hi[row]);
        DoubleVector lo = Lanes.all(c.lo[row]);
        int start = b.start + row * b.step;
        int end = start + b.width - b.width % CHUNK;
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first = Lanes.zero();
            DoubleVector second = Lanes.zero();
            for (int i = start + grouped(b.width); i < end; i += CHUNK) {
                DoubleVector q = load(dy.data(), dy.offset() + i + lane);
                first = first.add(q);
                second = load(x.data(), x.offset() + i + lane)
                        .fma(one, hi)
                        .sub(lo)
                        .fma(q, second);
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
        int last = b.width - COUNT;
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            int from = x.offset() + start;
            int fromDy = dy.offset() + start;
            int to = dx.offset() + start;
            DoubleVector hi = Lanes.all(c.hi[row]);
            DoubleVector factor = Lanes.all(c.factor[row]);
            DoubleVector summand = Lanes.all(c.summand[row]);
            DoubleVector bend = Lanes.all(c.bend[row]);
            DoubleVector lastLine = load(x.data(), from + last).sub(hi).fma(bend, summand);
            DoubleVector end = load(dy.data(), fromDy + last).mul(factor).add(lastLine);
            for (int j = 0; j < last; j += COUNT) {
                DoubleVector line = load(x.data(), from + j).sub(hi).fma(bend, summand);
                store(load(dy.data(), fromDy + j).mul(factor).add(line), dx.data(), to + j);
            }
            store(end, dx.data(), to + last);
        }
    }
}
