package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;
import static org.normlab.core.kernel.ScalarElementKernel.next;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

import jdk.incubator.vector.DoubleVector;

/** {@link ScalarElementKernel} in hardware vectors, bit for bit; sums are taken as in {@link VectorRowKernel}. */
final class VectorElementKernel implements Kernel {
    private final VectorRowKernel rows = new VectorRowKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        rows.moments(x, b, c);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        int vectors = b.width - b.width % COUNT;
        double[] weights = c.weights;
        double[] biases = c.biases;
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            int from = x.offset() + b.start + row * b.step;
            int to = y.offset() + b.start + row * b.step;
            DoubleVector hi = Lanes.all(c.hi[row]);
            DoubleVector factor = Lanes.all(c.factor[row]);
            DoubleVector summand = Lanes.all(c.summand[row]);
            for (int j = 0; j < vectors; j += COUNT) {
                DoubleVector normalized = load(x.data(), from + j).sub(hi).fma(factor, summand);
                store(normalized.fma(load(weights, at + j), load(biases, at + j)), y.data(), to + j);
            }
            for (int j = vectors; j < b.width; j++) {
                double normalized = Math.fma(x.data().get(from + j) - c.hi[row], c.factor[row], c.summand[row]);
                y.data().set(to + j, Math.fma(normalized, c.weights[at + j], c.biases[at + j]));
            }
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int chunks = b.width - b.width % CHUNK;
        c.clearLanes(b.rows);
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            c.entry[row] = at;
            if (b.width >= 2 * CHUNK) {
                products(x, dy, b, c, row);
            }
        }
        for (int row = 0; chunks % (2 * CHUNK) > 0 && row < b.rows; row++) {
            productsLeft(x, dy, b, c, row);
        }
        for (int row = 0; row < b.rows; row++) {
            double first = VectorRowKernel.fold(c.firstLanes, row);
            double second = VectorRowKernel.fold(c.secondLanes, row);
            int start = b.start + row * b.step;
            for (int j = chunks; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[row] - c.lo[row];
                double q = c.addParameters(d * c.scale[row], dy.data().get(dy.offset() + start + j), c.entry[row] + j);
                first += q;
                second = Math.fma(d, q, second);
            }
            c.first[row] += first;
            c.second[row] += second;
        }
    }

    private static void products(View x, View dy, Block b, Coefficients c, int row) {
        int from = x.offset() + b.start + row * b.step;
        int fromDy = dy.offset() + b.start + row * b.step;
        int pairs = b.width - b.width % (2 * CHUNK);
        double[] weights = c.weights;
        double[] weightSums = c.sums.weightBlock;
        double[] biasSums = c.sums.biasBlock;
        DoubleVector one = Lanes.all(1);
        DoubleVector hi = Lanes.all(-c.hi[row]);
        DoubleVector lo = Lanes.all(c.lo[row]);
        DoubleVector scale = Lanes.all(c.scale[row]);
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first0 = Lanes.zero();
            DoubleVector first1 = Lanes.zero();
            DoubleVector second0 = Lanes.zero();
            DoubleVector second1 = Lanes.zero();
            for (int j = lane, k = c.entry[row] + lane; j < pairs; j += 2 * CHUNK, k += 2 * CHUNK) {
                DoubleVector d0 = load(x.data(), from + j).fma(one, hi).sub(lo);
                DoubleVector d1 = load(x.data(), from + j + CHUNK).fma(one, hi).sub(lo);
                DoubleVector dy0 = load(dy.data(), fromDy + j);
                DoubleVector dy1 = load(dy.data(), fromDy + j + CHUNK);
                d0.mul(scale).fma(dy0, load(weightSums, k)).intoArray(weightSums, k);
                d1.mul(scale).fma(dy1, load(weightSums, k + CHUNK)).intoArray(weightSums, k + CHUNK);
                dy0.add(load(biasSums, k)).intoArray(biasSums, k);
                dy1.add(load(biasSums, k + CHUNK)).intoArray(biasSums, k + CHUNK);
                DoubleVector q0 = dy0.mul(load(weights, k));
                DoubleVector q1 = dy1.mul(load(weights, k + CHUNK));
                first0 = first0.add(q0);
                first1 = first1.add(q1);
                second0 = d0.fma(q0, second0);
                second1 = d1.fma(q1, second1);
            }
            first0.add(first1).intoArray(c.firstLanes, row * CHUNK + lane);
            second0.add(second1).intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    /** The chunk that makes no pair. */
    private static void productsLeft(View x, View dy, Block b, Coefficients c, int row) {
        double[] weightSums = c.sums.weightBlock;
        double[] biasSums = c.sums.biasBlock;
        int j = b.width - b.width % (2 * CHUNK);
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            int i = b.start + row * b.step + j + lane;
            int k = c.entry[row] + j + lane;
            int at = row * CHUNK + lane;
            DoubleVector d = load(x.data(), x.offset() + i)
                    .fma(Lanes.all(1), Lanes.all(-c.hi[row]))
                    .sub(Lanes.all(c.lo[row]));
            DoubleVector gradient = load(dy.data(), dy.offset() + i);
            d.mul(Lanes.all(c.scale[row])).fma(gradient, load(weightSums, k)).intoArray(weightSums, k);
            gradient.add(load(biasSums, k)).intoArray(biasSums, k);
            DoubleVector q = gradient.mul(load(c.weights, k));
            q.add(load(c.firstLanes, at)).intoArray(c.firstLanes, at);
            d.mul(q).add(load(c.secondLanes, at)).intoArray(c.secondLanes, at);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        int vectors = b.width - b.width % COUNT;
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            int start = b.start + row * b.step;
            DoubleVector hi = Lanes.all(c.hi[row]);
            DoubleVector factor = Lanes.all(c.factor[row]);
            DoubleVector summand = Lanes.all(c.summand[row]);
            DoubleVector bend = Lanes.all(c.bend[row]);
            for (int j = 0; j < vectors; j += COUNT) {
                DoubleVector line =
                        load(x.data(), x.offset() + start + j).sub(hi).fma(bend, summand);
                DoubleVector q = load(dy.data(), dy.offset() + start + j).mul(load(c.weights, at + j));
                store(q.mul(factor).add(line), dx.data(), dx.offset() + start + j);
            }
            for (int j = vectors; j < b.width; j++) {
                double q = dy.data().get(dy.offset() + start + j) * c.weights[at + j];
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                dx.data().set(dx.offset() + start + j, q * c.factor[row] + Math.fma(d, c.bend[row], c.summand[row]));
            }
        }
    }
}
