package org.normlab.core.kernel;

import static org.normlab.core.kernel.Block.TOGETHER;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.load;
import static org.normlab.core.kernel.Lanes.store;
import static org.normlab.core.kernel.ScalarElementKernel.enter;
import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarElementKernel} in hardware vectors, bit for bit; sums are taken as in {@link VectorRowKernel}.
 *
 * <p>Four rows with the same weights are worked on together, so that a weight, and the gradients that it gathers, are fetched once for
 * four elements; in the last pass two, since the compiler inlines no more.
 */
final class VectorElementKernel implements Kernel {
    /** Whether there is a centre to take off; the {@link Unshifted} copy of this class has none. */
    private static final boolean SHIFTED = !VectorElementKernel.class.isHidden();

    private final Kernel rows = SHIFTED ? new VectorRowKernel() : Unshifted.of(VectorRowKernel.class);

    /** The rows of each quarter that are worked on together, which takes the same weights and elements at the same place in all arrays. */
    private static int together(Block b, Coefficients c, boolean beside) {
        b.divide();
        return beside && c.weights.length == b.width ? b.quarter : 0;
    }

    private static DoubleVector centre(double[] hi, int row) {
        return SHIFTED ? Lanes.all(hi[row]) : Lanes.zero();
    }

    private static DoubleVector off(DoubleVector x, DoubleVector hi) {
        return SHIFTED ? x.sub(hi) : x;
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        rows.moments(x, b, c);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        int together = together(b, c, x.isBeside(y));
        int vectors = b.width - b.width % COUNT;
        for (b.row = 0; b.row < together; b.row++) {
            fourApply(x, b, c, y);
        }
        int left = vectors == b.width ? TOGETHER * together : 0;
        if (left < b.rows) {
            enter(b, c);
        }
        for (b.row = left; b.row < b.rows; b.row++) {
            int row = b.row;
            int at = c.entry[row];
            int from = x.offset() + b.start + row * b.step;
            int to = y.offset() + b.start + row * b.step;
            if (row >= TOGETHER * together) {
                oneApply(x, b, c, y);
            }
            for (int j = vectors; j < b.width; j++) {
                double normalized = Math.fma(x.data().get(from + j) - c.hi[row], c.factor[row], c.summand[row]);
                y.data().set(to + j, Math.fma(normalized, c.weights[at + j], c.biases[at + j]));
            }
        }
    }

    private static void fourApply(View x, Block b, Coefficients c, View y) {
        int row = b.row;
        Flat data = x.data();
        Flat out = y.data();
        int end = b.width - b.width % COUNT;
        int q = b.quarter;
        int step = q * b.step;
        int row0 = x.offset() + b.start + row * b.step;
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        DoubleVector hi0 = centre(c.hi, row);
        DoubleVector hi1 = centre(c.hi, row + q);
        DoubleVector hi2 = centre(c.hi, row + 2 * q);
        DoubleVector hi3 = centre(c.hi, row + 3 * q);
        DoubleVector factor0 = Lanes.all(c.factor[row]);
        DoubleVector factor1 = Lanes.all(c.factor[row + q]);
        DoubleVector factor2 = Lanes.all(c.factor[row + 2 * q]);
        DoubleVector factor3 = Lanes.all(c.factor[row + 3 * q]);
        DoubleVector summand0 = Lanes.all(c.summand[row]);
        DoubleVector summand1 = Lanes.all(c.summand[row + q]);
        DoubleVector summand2 = Lanes.all(c.summand[row + 2 * q]);
        DoubleVector summand3 = Lanes.all(c.summand[row + 3 * q]);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector weight = load(c.weights, j);
            DoubleVector bias = load(c.biases, j);
            DoubleVector normalized0 = off(load(data, row0 + j), hi0).fma(factor0, summand0);
            DoubleVector normalized1 = off(load(data, row1 + j), hi1).fma(factor1, summand1);
            DoubleVector normalized2 = off(load(data, row2 + j), hi2).fma(factor2, summand2);
            DoubleVector normalized3 = off(load(data, row3 + j), hi3).fma(factor3, summand3);
            store(normalized0.fma(weight, bias), out, row0 + j);
            store(normalized1.fma(weight, bias), out, row1 + j);
            store(normalized2.fma(weight, bias), out, row2 + j);
            store(normalized3.fma(weight, bias), out, row3 + j);
        }
    }

    private static void oneApply(View x, Block b, Coefficients c, View y) {
        int row = b.row;
        int at = c.entry[row];
        int end = b.width - b.width % COUNT;
        int start = b.start + row * b.step;
        DoubleVector hi = centre(c.hi, row);
        DoubleVector factor = Lanes.all(c.factor[row]);
        DoubleVector summand = Lanes.all(c.summand[row]);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector normalized =
                    off(load(x.data(), x.offset() + start + j), hi).fma(factor, summand);
            store(normalized.fma(load(c.weights, at + j), load(c.biases, at + j)), y.data(), y.offset() + start + j);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        int together = together(b, c, x.isBeside(dy));
        int chunks = b.width - b.width % CHUNK;
        for (b.row = 0; b.row < together; b.row++) {
            for (int lane = 0; lane < CHUNK; lane += COUNT) {
                fourProducts(x, dy, b, c, lane);
            }
        }
        enter(b, c);
        for (int i = TOGETHER * together; i < b.rows; i++) {
            b.row = b.ordered(i);
            oneProducts(x, dy, b, c);
        }
        if (chunks == b.width) {
            c.foldLanes(b.rows);
            return;
        }
        for (int i = 0; i < b.rows; i++) {
            int row = b.ordered(i);
            double first = Coefficients.fold(c.firstLanes, row);
            double second = Coefficients.fold(c.secondLanes, row);
            int start = b.start + row * b.step;
            for (int j = chunks; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                double normalized = Math.fma(d, c.scale[row], c.summand[row]);
                double q = c.addParameters(normalized, dy.data().get(dy.offset() + start + j), c.entry[row] + j);
                first += q;
                second = Math.fma(d, q, second);
            }
            c.first[row] += first;
            c.second[row] += second;
        }
    }

    private static void fourProducts(View x, View dy, Block b, Coefficients c, int lane) {
        int row = b.row;
        int q = b.quarter;
        int from = x.offset() + b.start + row * b.step;
        DoubleVector hi0 = centre(c.hi, row);
        DoubleVector hi1 = centre(c.hi, row + q);
        DoubleVector hi2 = centre(c.hi, row + 2 * q);
        DoubleVector hi3 = centre(c.hi, row + 3 * q);
        DoubleVector rest0 = Lanes.all(c.summand[row]);
        DoubleVector rest1 = Lanes.all(c.summand[row + q]);
        DoubleVector rest2 = Lanes.all(c.summand[row + 2 * q]);
        DoubleVector rest3 = Lanes.all(c.summand[row + 3 * q]);
        DoubleVector r0 = Lanes.all(c.scale[row]);
        DoubleVector r1 = Lanes.all(c.scale[row + q]);
        DoubleVector r2 = Lanes.all(c.scale[row + 2 * q]);
        DoubleVector r3 = Lanes.all(c.scale[row + 3 * q]);
        DoubleVector first0 = Lanes.zero();
        DoubleVector first1 = Lanes.zero();
        DoubleVector first2 = Lanes.zero();
        DoubleVector first3 = Lanes.zero();
        DoubleVector second0 = Lanes.zero();
        DoubleVector second1 = Lanes.zero();
        DoubleVector second2 = Lanes.zero();
        DoubleVector second3 = Lanes.zero();
        for (int j = lane; j < b.width - b.width % CHUNK; j += CHUNK) {
            DoubleVector weight = load(c.weights, j);
            DoubleVector dy0 = load(dy.data(), from + j);
            DoubleVector dy1 = load(dy.data(), from + q * b.step + j);
            DoubleVector dy2 = load(dy.data(), from + 2 * q * b.step + j);
            DoubleVector dy3 = load(dy.data(), from + 3 * q * b.step + j);
            load(c.sums.bias, j).add(dy0).add(dy1).add(dy2).add(dy3).intoArray(c.sums.bias, j);
            DoubleVector d0 = off(load(x.data(), from + j), hi0);
            DoubleVector d1 = off(load(x.data(), from + q * b.step + j), hi1);
            DoubleVector d2 = off(load(x.data(), from + 2 * q * b.step + j), hi2);
            DoubleVector d3 = off(load(x.data(), from + 3 * q * b.step + j), hi3);
            DoubleVector g = d1.fma(r1, rest1).fma(dy1, d0.fma(r0, rest0).fma(dy0, load(c.sums.weight, j)));
            d3.fma(r3, rest3).fma(dy3, d2.fma(r2, rest2).fma(dy2, g)).intoArray(c.sums.weight, j);
            DoubleVector q0 = dy0.mul(weight);
            DoubleVector q1 = dy1.mul(weight);
            DoubleVector q2 = dy2.mul(weight);
            DoubleVector q3 = dy3.mul(weight);
            first0 = first0.add(q0);
            first1 = first1.add(q1);
            first2 = first2.add(q2);
            first3 = first3.add(q3);
            second0 = d0.fma(q0, second0);
            second1 = d1.fma(q1, second1);
            second2 = d2.fma(q2, second2);
            second3 = d3.fma(q3, second3);
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

    private static void oneProducts(View x, View dy, Block b, Coefficients c) {
        int row = b.row;
        int from = x.offset() + b.start + row * b.step;
        int fromDy = dy.offset() + b.start + row * b.step;
        int end = b.width - b.width % CHUNK;
        double[] weightSums = c.sums.weight;
        double[] biasSums = c.sums.bias;
        DoubleVector hi = centre(c.hi, row);
        DoubleVector scale = Lanes.all(c.scale[row]);
        DoubleVector summand = Lanes.all(c.summand[row]);
        for (int lane = 0; lane < CHUNK; lane += COUNT) {
            DoubleVector first = Lanes.zero();
            DoubleVector second = Lanes.zero();
            for (int j = lane, k = c.entry[row] + lane; j < end; j += CHUNK, k += CHUNK) {
                DoubleVector d = off(load(x.data(), from + j), hi);
                DoubleVector gradient = load(dy.data(), fromDy + j);
                d.fma(scale, summand).fma(gradient, load(weightSums, k)).intoArray(weightSums, k);
                gradient.add(load(biasSums, k)).intoArray(biasSums, k);
                DoubleVector q = gradient.mul(load(c.weights, k));
                first = first.add(q);
                second = d.fma(q, second);
            }
            first.intoArray(c.firstLanes, row * CHUNK + lane);
            second.intoArray(c.secondLanes, row * CHUNK + lane);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        int vectors = b.width - b.width % COUNT;
        int together = 2 * together(b, c, x.isBeside(dy) && x.isBeside(dx));
        for (b.row = 0; b.row < together; b.row++) {
            twoPullback(x, dy, b, c, dx);
        }
        enter(b, c);
        b.row = 2 * together;
        onePullbacks(x, dy, b, c, dx);
        for (int row = 0; vectors < b.width && row < b.rows; row++) {
            int at = c.entry[row];
            int start = b.start + row * b.step;
            for (int j = vectors; j < b.width; j++) {
                double q = dy.data().get(dy.offset() + start + j) * c.weights[at + j];
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                dx.data().set(dx.offset() + start + j, q * c.factor[row] + Math.fma(d, c.bend[row], c.summand[row]));
            }
        }
    }

    private static void twoPullback(View x, View dy, Block b, Coefficients c, View dx) {
        int row = b.row;
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        double[] weights = c.weights;
        int end = b.width - b.width % COUNT;
        int row0 = x.offset() + b.start + row * b.step;
        int half = 2 * b.quarter;
        int row1 = row0 + half * b.step;
        DoubleVector hi0 = centre(c.hi, row);
        DoubleVector hi1 = centre(c.hi, row + half);
        DoubleVector factor0 = Lanes.all(c.factor[row]);
        DoubleVector factor1 = Lanes.all(c.factor[row + half]);
        DoubleVector summand0 = Lanes.all(c.summand[row]);
        DoubleVector summand1 = Lanes.all(c.summand[row + half]);
        DoubleVector bend0 = Lanes.all(c.bend[row]);
        DoubleVector bend1 = Lanes.all(c.bend[row + half]);
        for (int j = 0; j < end; j += COUNT) {
            DoubleVector weight = load(weights, j);
            DoubleVector line0 = off(load(data, row0 + j), hi0).fma(bend0, summand0);
            DoubleVector line1 = off(load(data, row1 + j), hi1).fma(bend1, summand1);
            store(load(dys, row0 + j).mul(weight).mul(factor0).add(line0), out, row0 + j);
            store(load(dys, row1 + j).mul(weight).mul(factor1).add(line1), out, row1 + j);
        }
    }

    /** Of the rows from the block's present one on. */
    private static void onePullbacks(View x, View dy, Block b, Coefficients c, View dx) {
        Flat data = x.data();
        Flat dys = dy.data();
        Flat out = dx.data();
        double[] his = c.hi;
        double[] factors = c.factor;
        double[] summands = c.summand;
        double[] bends = c.bend;
        double[] weights = c.weights;
        int[] entries = c.entry;
        int rows = b.rows;
        int step = b.step;
        int end = b.width - b.width % COUNT;
        int from = x.offset() + b.start + b.row * step;
        int fromDy = dy.offset() + b.start + b.row * step;
        int to = dx.offset() + b.start + b.row * step;
        for (int row = b.row; row < rows; row++, from += step, fromDy += step, to += step) {
            int at = entries[row];
            DoubleVector hi = Lanes.all(his[row]);
            DoubleVector factor = Lanes.all(factors[row]);
            DoubleVector summand = Lanes.all(summands[row]);
            DoubleVector bend = Lanes.all(bends[row]);
            for (int j = 0; j < end; j += COUNT) {
                DoubleVector line = off(load(data, from + j), hi).fma(bend, summand);
                DoubleVector q = load(dys, fromDy + j).mul(load(weights, at + j));
                store(q.mul(factor).add(line), out, to + j);
            }
        }
    }
}
