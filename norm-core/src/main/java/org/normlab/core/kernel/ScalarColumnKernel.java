package org.normlab.core.kernel;

/**
 * The definition of a {@link Kernel} down columns: sums add the first row of each quarter of the block, then the second of each, and so on,
 * and last the rows that make no quarter.
 */
final class ScalarColumnKernel implements Kernel {

    @Override
    public void moments(View x, Block b, Coefficients c) {
        b.divide();
        for (int j = b.done; j < b.width; j++) {
            double first = c.first[j];
            double second = c.second[j];
            for (int i = 0; i < b.rows; i++) {
                double d = x.data().get(x.offset() + b.start + b.ordered(i) * b.step + j) - c.hi[j];
                first += d;
                second = Math.fma(d, d, second);
            }
            c.first[j] = first;
            c.second[j] = second;
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            for (int j = b.done; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[j];
                y.data().set(y.offset() + start + j, Math.fma(d, c.factor[j], c.summand[j]));
            }
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        b.divide();
        for (int j = b.done; j < b.width; j++) {
            double first = c.first[j];
            double second = c.second[j];
            for (int i = 0; i < b.rows; i++) {
                int at = b.start + b.ordered(i) * b.step + j;
                double d = x.data().get(x.offset() + at) - c.hi[j];
                double q = dy.data().get(dy.offset() + at);
                first += q;
                second = Math.fma(d, q, second);
            }
            c.first[j] = first;
            c.second[j] = second;
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            for (int j = b.done; j < b.width; j++) {
                double line = Math.fma(x.data().get(x.offset() + start + j) - c.hi[j], c.bend[j], c.summand[j]);
                dx.data().set(dx.offset() + start + j, dy.data().get(dy.offset() + start + j) * c.factor[j] + line);
            }
        }
    }
}
