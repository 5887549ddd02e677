package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.centre;

import jdk.incubator.vector.DoubleVector;

/**
 * Four short rows of a {@link VectorRowKernel} at a time, from {@link Block#row} on: beginning and ending a loop takes longer than the
 * few vectors of one short row.
 */
final class VectorShortRows {
    private VectorShortRows() {}

    static void moments(View x, Block b, Coefficients c, int lane) {
        Flat data = x.data();
        int row = b.row;
        int step = b.step;
        int start = x.offset() + b.start + row * step;
        int end = start + b.width - b.width % CHUNK;
        DoubleVector hi0 = Lanes.all(centre(data, start, b, c, row));
        DoubleVector hi1 = Lanes.all(centre(data, start + step, b, c, row + 1));
        DoubleVector hi2 = Lanes.all(centre(data, start + 2 * step, b, c, row + 2));
        DoubleVector hi3 = Lanes.all(centre(data, start + 3 * step, b, c, row + 3));
        DoubleVector first0 = Lanes.zero();
        DoubleVector first1 = Lanes.zero();
        DoubleVector first2 = Lanes.zero();
        DoubleVector first3 = Lanes.zero();
        DoubleVector second0 = Lanes.zero();
        DoubleVector second1 = Lanes.zero();
        DoubleVector second2 = Lanes.zero();
        DoubleVector second3 = Lanes.zero();
        for (int i = start + lane; i < end; i += CHUNK) {
            DoubleVector d0 = load(data, i).sub(hi0);
            DoubleVector d1 = load(data, i + step).sub(hi1);
            DoubleVector d2 = load(data, i + 2 * step).sub(hi2);
            DoubleVector d3 = load(data, i + 3 * step).sub(hi3);
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
        first1.intoArray(c.firstLanes, at + CHUNK);
        first2.intoArray(c.firstLanes, at + 2 * CHUNK);
        first3.intoArray(c.firstLanes, at + 3 * CHUNK);
        second0.intoArray(c.secondLanes, at);
        second1.intoArray(c.secondLanes, at + CHUNK);
        second2.intoArray(c.secondLanes, at + 2 * CHUNK);
        second3.intoArray(c.secondLanes, at + 3 * CHUNK);
    }

    static void products(View x, View dy, Block b, Coefficients c, int lane) {
        Flat data = x.data();
        Flat dys = dy.data();
        int row = b.row;
        int step = b.step;
        int start = x.offset() + b.start + row * step;
        int end = start + b.width - b.width % CHUNK;
        int toDy = dy.offset() - x.offset();
        DoubleVector hi0 = Lanes.all(c.hi[row]);
        DoubleVector hi1 = Lanes.all(c.hi[row + 1]);
        DoubleVector hi2 = Lanes.all(c.hi[row + 2]);
        DoubleVector hi3 = Lanes.all(c.hi[row + 3]);
        DoubleVector lo0 = Lanes.all(c.lo[row]);
        DoubleVector lo1 = Lanes.all(c.lo[row + 1]);
        DoubleVector lo2 = Lanes.all(c.lo[row + 2]);
        DoubleVector lo3 = Lanes.all(c.lo[row + 3]);
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
            second0 = load(data, i).sub(hi0).sub(lo0).fma(q0, second0);
            second1 = load(data, i + step).sub(hi1).sub(lo1).fma(q1, second1);
            second2 = load(data, i + 2 * step).sub(hi2).sub(lo2).fma(q2, second2);
            second3 = load(data, i + 3 * step).sub(hi3).sub(lo3).fma(q3, second3);
        }
        int at = row * CHUNK + lane;
        first0.intoArray(c.firstLanes, at);
        first1.intoArray(c.firstLanes, at + CHUNK);
        first2.intoArray(c.firstLanes, at + 2 * CHUNK);
        first3.intoArray(c.firstLanes, at + 3 * CHUNK);
        second0.intoArray(c.secondLanes, at);
        second1.intoArray(c.secondLanes, at + CHUNK);
        second2.intoArray(c.secondLanes, at + 2 * CHUNK);
        second3.intoArray(c.secondLanes, at + 3 * CHUNK);
    }
}
