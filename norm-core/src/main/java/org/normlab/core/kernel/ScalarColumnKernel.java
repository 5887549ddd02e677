package org.normlab.core.kernel;

import java.util.function.IntToDoubleFunction;

/** The definition of {@link ColumnKernel}: plain loops in the order that it fixes. */
final class ScalarColumnKernel implements ColumnKernel {

    @Override
    public void load(View x, int from, double[] shifts, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        for (int j = 0; j < tile.width; j++) {
            t[at + j] = x.data().get(x.offset() + from + j) - shifts[j];
        }
    }

    @Override
    public void sums(Tile tile, double[] sums) {
        add(tile, sums, at -> tile.values[at]);
    }

    @Override
    public void squares(Tile tile, double[] means, double[] sums) {
        add(tile, sums, at -> {
            double d = tile.values[at] - means[(at - tile.start) % tile.width];
            return d * d;
        });
    }

    @Override
    public void dots(Tile t, double[] means, Tile q, double[] sums) {
        add(t, sums, at -> (t.values[at] - means[(at - t.start) % t.width]) * q.values[at - t.start + q.start]);
    }

    private static void add(Tile tile, double[] sums, IntToDoubleFunction term) {
        for (int column = 0; column < tile.width; column++) {
            double sum = 0;
            for (int first = 0; first < tile.rows; first += RUN) {
                double run = 0;
                for (int row = first; row < Math.min(first + RUN, tile.rows); row++) {
                    run += term.applyAsDouble(tile.start + row * tile.width + column);
                }
                sum += run;
            }
            sums[column] = sum;
        }
    }

    @Override
    public void apply(Tile tile, Coefficients c, View y, int to) {
        for (int j = 0; j < tile.width; j++) {
            double normalized = (tile.values[tile.start + j] - c.means[j]) * c.scales[j];
            y.data().set(y.offset() + to + j, normalized * c.columnWeights[j] + c.columnBiases[j]);
        }
    }

    @Override
    public void pullback(Tile t, Tile q, Coefficients c, View dx, int to) {
        for (int j = 0; j < t.width; j++) {
            double centred = t.values[t.start + j] - c.means[j];
            double gradient = c.columnWeights[j] * q.values[q.start + j] - c.meanQs[j] - centred * c.slopes[j];
            dx.data().set(dx.offset() + to + j, gradient * c.scales[j]);
        }
    }
}
