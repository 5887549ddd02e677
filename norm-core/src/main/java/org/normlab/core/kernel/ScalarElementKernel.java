package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

/**
 * The definition of a {@link Kernel} along rows with a weight w and a bias an element: {@code y = ((x − hi)·factor + summand)·w + bias}, and
 * w·dy takes the place of dy, whose products with the normalized x it adds to the gradients of the parameters.
 *
 * <p>A sum adds element j of a row to logical lane {@code j mod 8}. Rows follow each other in the parameters, which start anew after their end.
 */
final class ScalarElementKernel implements Kernel {
    private final ScalarRowKernel rows = new ScalarRowKernel();

    @Override
    public void moments(View x, Block b, Coefficients c) {
        rows.moments(x, b, c);
    }

    /** The entry that the row after this one starts at. */
    static int next(int at, Block b, Coefficients c) {
        int next = at + b.width;
        return next >= c.weights.length ? 0 : next;
    }

    /** Finds the first entry of each row. */
    static void enter(Block b, Coefficients c) {
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            c.entry[row] = at;
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            int start = b.start + row * b.step;
            for (int j = 0; j < b.width; j++) {
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                double normalized = Math.fma(d, c.factor[row], c.summand[row]);
                y.data().set(y.offset() + start + j, Math.fma(normalized, c.weights[at + j], c.biases[at + j]));
            }
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        double[] first = c.firstLanes;
        double[] second = c.secondLanes;
        c.clearLanes(0, ScalarRowKernel.LANES / CHUNK + 1);
        enter(b, c);
        b.divide();
        for (int i = 0; i < b.rows; i++) {
            int row = b.ordered(i);
            int at = c.entry[row];
            int start = dy.offset() + b.start + row * b.step;
            int whole = b.width - b.width % CHUNK;
            for (int j = 0; j < whole; j++) {
                int lane = j % CHUNK;
                double d = centred(x, b, c, row, j);
                double q = c.addParameters(
                        Math.fma(d, c.scale[row], c.summand[row]), dy.data().get(start + j), at + j);
                first[lane] += q;
                second[lane] = Math.fma(d, q, second[lane]);
            }
            double sum = ScalarRowKernel.fold(first);
            double product = ScalarRowKernel.fold(second);
            for (int j = whole; j < b.width; j++) {
                double d = centred(x, b, c, row, j);
                double q = c.addParameters(
                        Math.fma(d, c.scale[row], c.summand[row]), dy.data().get(start + j), at + j);
                sum += q;
                product = Math.fma(d, q, product);
            }
            c.first[row] += sum;
            c.second[row] += product;
        }
    }

    private static double centred(View x, Block b, Coefficients c, int row, int j) {
        return x.data().get(x.offset() + b.start + row * b.step + j) - c.hi[row];
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        for (int row = 0, at = c.at; row < b.rows; row++, at = next(at, b, c)) {
            int start = b.start + row * b.step;
            for (int j = 0; j < b.width; j++) {
                double q = dy.data().get(dy.offset() + start + j) * c.weights[at + j];
                double d = x.data().get(x.offset() + start + j) - c.hi[row];
                dx.data().set(dx.offset() + start + j, q * c.factor[row] + Math.fma(d, c.bend[row], c.summand[row]));
            }
        }
    }
}
