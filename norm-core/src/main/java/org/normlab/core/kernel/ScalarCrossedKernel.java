package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

/**
 * The definition of a {@link Kernel} down columns whose rows have a weight w and a bias each: {@code y = ((x − hi)·factor + summand)·w + bias},
 * and w·dy takes the place of dy, whose products with the normalized x it adds to the gradients of the parameters.
 *
 * <p>A sum down a column goes over the rows as in {@link ScalarColumnKernel}; one along a row adds column j to logical lane {@code j mod 8}.
 */
final class ScalarCrossedKernel implements Kernel {
    private final ScalarColumnKernel columns = new ScalarColumnKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        columns.moments(x, b, c);
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            int entry = c.parameters.index(start);
            for (int j = b.done; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[j];
                double normalized = Math.fma(d, c.factor[j], c.summand[j]);
                y.data().set(y.offset() + start + j, Math.fma(normalized, c.weights[entry], c.biases[entry]));
            }
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        b.divide();
        for (int i = 0; i < b.rows; i++) {
            b.row = b.ordered(i);
            c.clearLanes(0, 1);
            finish(x, dy, b, c, 0);
        }
    }

    /** Adds what is left of the block's present row to the sums of its columns and to a chunk of lanes, and these to its gradients. */
    static void finish(View x, View dy, Block b, Coefficients c, int chunk) {
        int start = b.start + b.row * b.step;
        int entry = c.parameters.index(start);
        for (int j = b.done; j < b.width; j++) {
            double gradient = dy.data().get(dy.offset() + start + j);
            double d = x.data().get(x.offset() + start + j) - c.hi[j];
            double q = gradient * c.weights[entry];
            c.first[j] += q;
            c.second[j] = Math.fma(d, q, c.second[j]);
            int lane = chunk * CHUNK + j % CHUNK;
            c.firstLanes[lane] += gradient;
            c.secondLanes[lane] = Math.fma(Math.fma(d, c.scale[j], c.summand[j]), gradient, c.secondLanes[lane]);
        }
        c.sums.add(entry, Coefficients.fold(c.secondLanes, chunk), Coefficients.fold(c.firstLanes, chunk));
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        for (int row = 0; row < b.rows; row++) {
            int start = b.start + row * b.step;
            double weight = c.weights[c.parameters.index(start)];
            for (int j = b.done; j < b.width; j++) {
                double q = dy.data().get(dy.offset() + start + j) * weight;
                double d = x.data().get(x.offset() + start + j) - c.hi[j];
                dx.data().set(dx.offset() + start + j, q * c.factor[j] + Math.fma(d, c.bend[j], c.summand[j]));
            }
        }
    }
}
