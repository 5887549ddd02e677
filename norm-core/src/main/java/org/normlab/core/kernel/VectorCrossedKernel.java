package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarCrossedKernel} in hardware vectors, bit for bit.
 *
 * <p>Rows of different quarters are worked on together as in {@link VectorColumnKernel}: four forward, and two backward, since the compiler
 * inlines no more.
 */
final class VectorCrossedKernel implements Kernel {
    /** Whether there is a centre to take off; the {@link Unshifted} copy of this class has none. */
    private static final boolean SHIFTED = !VectorCrossedKernel.class.isHidden();

    private final Kernel columns = SHIFTED ? new VectorColumnKernel() : Unshifted.of(VectorColumnKernel.class);
    private final ScalarCrossedKernel scalar = new ScalarCrossedKernel();

    private static DoubleVector off(DoubleVector x, DoubleVector hi) {
        return SHIFTED ? x.sub(hi) : x;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        columns.moments(x, b, c);
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
        b.done = b.width - b.width % COUNT;
        scalar.apply(x, b, c, y);
    }

    /** The first row of a pair: a row of the first quarter comes with one of the second, and then one of the third with one of the fourth. */
    private static int pair(int i, int quarter) {
        return i / 2 + i % 2 * 2 * quarter;
    }

    private static DoubleVector weight(Block b, Coefficients c, int quarter) {
        return Lanes.all(c.weights[entry(b, c, quarter)]);
    }

    private static DoubleVector bias(Block b, Coefficients c, int quarter) {
        return Lanes.all(c.biases[entry(b, c, quarter)]);
    }

    /** The entry of the present row of a quarter of the block. */
    private static int entry(Block b, Coefficients c, int quarter) {
        return c.parameters.index(b.start + (b.row + quarter * b.quarter) * b.step);
    }

    private static void fourApply(View x, Block b, Coefficients c, View y) {
        Flat data = x.data();
        Flat out = y.data();
        int end = b.width - b.width % COUNT;
        int step = b.quarter * b.step;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        DoubleVector weight0 = weight(b, c, 0);
        DoubleVector weight1 = weight(b, c, 1);
        DoubleVector weight2 = weight(b, c, 2);
        DoubleVector weight3 = weight(b, c, 3);
        DoubleVector bias0 = bias(b, c, 0);
        DoubleVector bias1 = bias(b, c, 1);
        DoubleVector bias2 = bias(b, c, 2);
        DoubleVector bias3 = bias(b, c, 3);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector normalized0 = off(load(data, row0 + j), hi).fma(factor, summand);
            DoubleVector normalized1 = off(load(data, row1 + j), hi).fma(factor, summand);
            DoubleVector normalized2 = off(load(data, row2 + j), hi).fma(factor, summand);
            DoubleVector normalized3 = off(load(data, row3 + j), hi).fma(factor, summand);
            store(normalized0.fma(weight0, bias0), out, row0 + j);
            store(normalized1.fma(weight1, bias1), out, row1 + j);
            store(normalized2.fma(weight2, bias2), out, row2 + j);
            store(normalized3.fma(weight3, bias3), out, row3 + j);
        }
    }

    private static void oneApply(View x, Block b, Coefficients c, View y) {
        int end = b.width - b.width % COUNT;
        int start = b.start + b.row * b.step;
        DoubleVector weight = weight(b, c, 0);
        DoubleVector bias = bias(b, c, 0);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            DoubleVector normalized = d.fma(load(c.factor, j), load(c.summand, j));
            store(normalized.fma(weight, bias), y.data(), y.offset() + start + j);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        b.divide();
        int together = x.isBeside(dy) ? b.quarter : 0;
        b.done = b.width - b.width % CHUNK;
        for (int i = 0; i < 2 * together; i++) {
            b.row = pair(i, together);
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                twoProducts(x, dy, b, c, lane);
            }
            ScalarCrossedKernel.finish(x, dy, b, c, 0);
            b.row += together;
            ScalarCrossedKernel.finish(x, dy, b, c, 1);
        }
        for (int i = TOGETHER * together; i < b.rows; i++) {
            b.row = b.ordered(i);
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                oneProducts(x, dy, b, c, lane);
            }
            ScalarCrossedKernel.finish(x, dy, b, c, 0);
        }
    }

    private static void twoProducts(View x, View dy, Block b, Coefficients c, int lane) {
        Flat data = x.data();
        Flat dys = dy.data();
        int end = b.done;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + b.quarter * b.step;
        DoubleVector weight0 = weight(b, c, 0);
        DoubleVector weight1 = weight(b, c, 1);
        DoubleVector bias0 = Lanes.zero();
        DoubleVector bias1 = Lanes.zero();
        DoubleVector gradient0 = Lanes.zero();
        DoubleVector gradient1 = Lanes.zero();
        for (int j = lane; j < end; j += CHUNK) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector scale = load(c.scale, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector dy0 = load(dys, row0 + j);
            DoubleVector dy1 = load(dys, row1 + j);
            bias0 = bias0.add(dy0);
            bias1 = bias1.add(dy1);
            DoubleVector d0 = off(load(data, row0 + j), hi);
            DoubleVector d1 = off(load(data, row1 + j), hi);
            gradient0 = d0.fma(scale, summand).fma(dy0, gradient0);
            gradient1 = d1.fma(scale, summand).fma(dy1, gradient1);
            DoubleVector q0 = dy0.mul(weight0);
            DoubleVector q1 = dy1.mul(weight1);
            load(c.first, j).add(q0).add(q1).intoArray(c.first, j);
            d1.fma(q1, d0.fma(q0, load(c.second, j))).intoArray(c.second, j);
        }
        bias0.intoArray(c.firstLanes, lane);
        bias1.intoArray(c.firstLanes, CHUNK + lane);
        gradient0.intoArray(c.secondLanes, lane);
        gradient1.intoArray(c.secondLanes, CHUNK + lane);
    }

    private static void oneProducts(View x, View dy, Block b, Coefficients c, int lane) {
        int start = b.start + b.row * b.step;
        DoubleVector weight = weight(b, c, 0);
        DoubleVector bias = Lanes.zero();
        DoubleVector gradient = Lanes.zero();
        for (int j = lane; j < b.done; j += CHUNK) {
            DoubleVector dy0 = load(dy.data(), dy.offset() + start + j);
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            bias = bias.add(dy0);
            gradient = d.fma(load(c.scale, j), load(c.summand, j)).fma(dy0, gradient);
            DoubleVector q = dy0.mul(weight);
            load(c.first, j).add(q).intoArray(c.first, j);
            d.fma(q, load(c.second, j)).intoArray(c.second, j);
        }
        bias.intoArray(c.firstLanes, lane);
        gradient.intoArray(c.secondLanes, lane);
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        b.divide();
        int together = x.isBeside(dy) && x.isBeside(dx) ? b.quarter : 0;
        for (int i = 0; i < 2 * together; i++) {
            b.row = pair(i, together);
            twoPullback(x, dy, b, c, dx);
        }
        for (b.row = TOGETHER * together; b.row < b.rows; b.row++) {
            onePullback(x, dy, b, c, dx);
        }
        b.done = b.width - b.width % COUNT;
        scalar.pullback(x, dy, b, c, dx);
    }

    private static void twoPullback(View x, View dy, Block b, Coefficients c, View dx) {
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        int end = b.width - b.width % COUNT;
        int row0 = x.offset() + b.start + b.row * b.step;
        int row1 = row0 + b.quarter * b.step;
        DoubleVector weight0 = weight(b, c, 0);
        DoubleVector weight1 = weight(b, c, 1);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = off(load(data, row0 + j), hi).fma(bend, summand);
            DoubleVector line1 = off(load(data, row1 + j), hi).fma(bend, summand);
            store(load(dys, row0 + j).mul(weight0).mul(factor).add(line0), out, row0 + j);
            store(load(dys, row1 + j).mul(weight1).mul(factor).add(line1), out, row1 + j);
        }
    }

    private static void onePullback(View x, View dy, Block b, Coefficients c, View dx) {
        int end = b.width - b.width % COUNT;
        int start = b.start + b.row * b.step;
        DoubleVector weight = weight(b, c, 0);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = off(load(x.data(), x.offset() + start + j), load(c.hi, j));
            DoubleVector line = d.fma(load(c.bend, j), load(c.summand, j));
            DoubleVector q = load(dy.data(), dy.offset() + start + j).mul(weight);
            store(q.mul(load(c.factor, j)).add(line), dx.data(), dx.offset() + start + j);
        }
    }
}
