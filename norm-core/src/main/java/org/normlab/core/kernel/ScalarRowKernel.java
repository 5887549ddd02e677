package org.normlab.core.kernel;

import java.util.Arrays;

/**
 * The definition of a {@link Kernel} along rows: plain loops in the order that it fixes.
 *
 * <p>A sum adds element j of a row to logical lane {@code j mod} {@value #LANES}, each lane in order, as far as whole groups of
 * {@value #LANES} go, which in a row of less than {@value #SHORT} they do not. These lanes fold to {@value #CHUNK}. Whole chunks that are
 * left are added up in {@value #CHUNK} lanes of their own, which come next; then all lanes fold to one, and the last elements follow
 * one by one.
 */
final class ScalarRowKernel implements Kernel {
    /** Logical lanes of a sum: four accumulators of the widest hardware vector, whatever the hardware. */
    static final int LANES = 32;

    /** Lanes of the widest hardware vector. */
    static final int CHUNK = 8;

    /** Rows of fewer elements are left whole, to a chunk of lanes each. */
    static final int SHORT = 512;

    @Override
    public void moments(View x, Block b, Coefficients c) {
        double[] first = c.firstLanes;
        double[] second = c.secondLanes;
        c.clearLanes(0, LANES / CHUNK + 1);
        for (int row = 0; row < b.rows; row++) {
            int start = x.offset() + b.start + row * b.step;
            double hi = c.hi[row];
            for (int j = 0; j < b.width - b.width % CHUNK; j++) {
                int lane = lane(j, b.width);
                double d = x.data().get(start + j) - hi;
                first[lane] += d;
                second[lane] = Math.fma(d, d, second[lane]);
            }
            double sum = fold(first);
            double squares = fold(second);
            for (int j = b.width - b.width % CHUNK; j < b.width; j++) {
                double d = x.data().get(start + j) - hi;
                sum += d;
                squares = Math.fma(d, d, squares);
            }
            c.first[row] += sum;
            c.second[row] += squares;
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            for (int i = start; i < start + b.width; i++) {
                double d = x.data().get(x.offset() + i) - c.hi[row];
                y.data().set(y.offset() + i, Math.fma(d, c.factor[row], c.summand[row]));
            }
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        double[] first = c.firstLanes;
        double[] second = c.secondLanes;
        c.clearLanes(0, LANES / CHUNK + 1);
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            for (int j = 0; j < b.width - b.width % CHUNK; j++) {
                int lane = lane(j, b.width);
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                double q = dy.data().get(dy.offset() + start + j);
                first[lane] += q;
                second[lane] = Math.fma(d, q, second[lane]);
            }
            double sum = fold(first);
            double product = fold(second);
            for (int j = b.width - b.width % CHUNK; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                double q = dy.data().get(dy.offset() + start + j);
                sum += q;
                product = Math.fma(d, q, product);
            }
            c.first[row] += sum;
            c.second[row] += product;
        }
    }

    /** How many elements of a row go to all lanes; those that are left have a chunk of their own. */
    static int grouped(int width) {
        return width < SHORT ? 0 : width - width % LANES;
    }

    private static int lane(int j, int width) {
        return j < grouped(width) ? j % LANES : LANES + j % CHUNK;
    }

    /** Folds lanes in halves to a chunk, adds what was left, folds on, and clears them. */
    static double fold(double[] lanes) {
        halve(lanes, LANES, CHUNK);
        for (int lane = 0; lane < CHUNK; lane++) {
            lanes[lane] += lanes[LANES + lane];
        }
        halve(lanes, CHUNK, 1);
        double sum = lanes[0];
        Arrays.fill(lanes, 0, LANES + CHUNK, 0);
        return sum;
    }

    private static void halve(double[] lanes, int from, int to) {
        for (int half = from / 2; half >= to; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            for (int i = start; i < start + b.width; i++) {
                double line = Math.fma(x.data().get(x.offset() + i) - c.hi[row], c.bend[row], c.summand[row]);
                dx.data().set(dx.offset() + i, dy.data().get(dy.offset() + i) * c.factor[row] + line);
            }
        }
    }
}
