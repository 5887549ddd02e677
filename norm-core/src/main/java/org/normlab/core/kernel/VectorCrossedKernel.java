package org.normlab.core.kernel;

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
    private final VectorColumnKernel columns = new VectorColumnKernel();
    private final ScalarCrossedKernel scalar = new ScalarCrossedKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        columns.moments(x, b, c);
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
        return c.parameters.index(b.start + (b.row + quarter * (b.rows / 4)) * b.step);
    }

    private static void fourApply(View x, Block b, Coefficients c, View y) {
        Flat data = x.data();
        Flat out = y.data();
        int end = b.width - b.width % COUNT;
        int start = b.start + b.row * b.step;
        int from = x.offset() + start;
        int to = y.offset() + start;
        int step = b.rows / 4 * b.step;
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
            DoubleVector normalized0 = load(data, from + j).sub(hi).fma(factor, summand);
            DoubleVector normalized1 = load(data, from + step + j).sub(hi).fma(factor, summand);
            DoubleVector normalized2 = load(data, from + 2 * step + j).sub(hi).fma(factor, summand);
            DoubleVector normalized3 = load(data, from + 3 * step + j).sub(hi).fma(factor, summand);
            store(normalized0.fma(weight0, bias0), out, to + j);
            store(normalized1.fma(weight1, bias1), out, to + step + j);
            store(normalized2.fma(weight2, bias2), out, to + 2 * step + j);
            store(normalized3.fma(weight3, bias3), out, to + 3 * step + j);
        }
    }

    private static void oneApply(View x, Block b, Coefficients c, View y) {
        int end = b.width - b.width % COUNT;
        int start = b.start + b.row * b.step;
        DoubleVector weight = weight(b, c, 0);
        DoubleVector bias = bias(b, c, 0);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = load(x.data(), x.offset() + start + j).sub(load(c.hi, j));
            DoubleVector normalized = d.fma(load(c.factor, j), load(c.summand, j));
            store(normalized.fma(weight, bias), y.data(), y.offset() + start + j);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int quarter = b.rows / 4;
        b.done = b.width - b.width % CHUNK;
        for (int i = 0; i < 2 * quarter; i++) {
            b.row = pair(i, quarter);
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                twoProducts(x, dy, b, c, lane);
            }
            ScalarCrossedKernel.finish(x, dy, b, c, 0);
            b.row += quarter;
            ScalarCrossedKernel.finish(x, dy, b, c, 1);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                oneProducts(x, dy, b, c, lane);
            }
            ScalarCrossedKernel.finish(x, dy, b, c, 0);
        }
    }

    private static void twoProducts(View x, View dy, Block b, Coefficients c, int lane) {
        int start = b.start + b.row * b.step;
        int from = x.offset() + start;
        int fromDy = dy.offset() + start;
        int step = b.rows / 4 * b.step;
        DoubleVector weight0 = weight(b, c, 0);
        DoubleVector weight1 = weight(b, c, 1);
        DoubleVector bias0 = Lanes.zero();
        DoubleVector bias1 = Lanes.zero();
        DoubleVector gradient0 = Lanes.zero();
        DoubleVector gradient1 = Lanes.zero();
        for (int j = lane; j < b.done; j += CHUNK) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector lo = load(c.lo, j);
            DoubleVector scale = load(c.scale, j);
            DoubleVector dy0 = load(dy.data(), fromDy + j);
            DoubleVector dy1 = load(dy.data(), fromDy + step + j);
            bias0 = bias0.add(dy0);
            bias1 = bias1.add(dy1);
            DoubleVector d0 = load(x.data(), from + j).sub(hi).sub(lo);
            DoubleVector d1 = load(x.data(), from + step + j).sub(hi).sub(lo);
            gradient0 = d0.mul(scale).fma(dy0, gradient0);
            gradient1 = d1.mul(scale).fma(dy1, gradient1);
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
            DoubleVector d =
                    load(x.data(), x.offset() + start + j).sub(load(c.hi, j)).sub(load(c.lo, j));
            bias = bias.add(dy0);
            gradient = d.mul(load(c.scale, j)).fma(dy0, gradient);
            DoubleVector q = dy0.mul(weight);
            load(c.first, j).add(q).intoArray(c.first, j);
            d.fma(q, load(c.second, j)).intoArray(c.second, j);
        }
        bias.intoArray(c.firstLanes, lane);
        gradient.intoArray(c.secondLanes, lane);
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        int quarter = b.rows / 4;
        for (int i = 0; i < 2 * quarter; i++) {
            b.row = pair(i, quarter);
            twoPullback(x, dy, b, c, dx);
        }
        for (b.row = 4 * quarter; b.row < b.rows; b.row++) {
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
        int start = b.start + b.row * b.step;
        int from = x.offset() + start;
        int fromDy = dy.offset() + start;
        int to = dx.offset() + start;
        int step = b.rows / 4 * b.step;
        DoubleVector weight0 = weight(b, c, 0);
        DoubleVector weight1 = weight(b, c, 1);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector hi = load(c.hi, j);
            DoubleVector factor = load(c.factor, j);
            DoubleVector summand = load(c.summand, j);
            DoubleVector bend = load(c.bend, j);
            DoubleVector line0 = load(data, from + j).sub(hi).fma(bend, summand);
            DoubleVector line1 = load(data, from + step + j).sub(hi).fma(bend, summand);
            store(load(dys, fromDy + j).mul(weight0).mul(factor).add(line0), out, to + j);
            store(load(dys, fromDy + step + j).mul(weight1).mul(factor).add(line1), out, to + step + j);
        }
    }

    private static void onePullback(View x, View dy, Block b, Coefficients c, View dx) {
        int end = b.width - b.width % COUNT;
        int start = b.start + b.row * b.step;
        DoubleVector weight = weight(b, c, 0);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector d = load(x.data(), x.offset() + start + j).sub(load(c.hi, j));
            DoubleVector line = d.fma(load(c.bend, j), load(c.summand, j));
            DoubleVector q = load(dy.data(), dy.offset() + start + j).mul(weight);
            store(q.mul(load(c.factor, j)).add(line), dx.data(), dx.offset() + start + j);
        }
    }
}
