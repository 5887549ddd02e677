package org.normlab.core.kernel;

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
        for (int c = 0; c < tile.width; c++) {
            double sum = 0;
            for (int at = tile.start + c; at < tile.end(); at += tile.width) {
                sum += tile.values[at];
            }
            sums[c] = sum;
        }
    }

    @Override
    public void squares(Tile tile, double[] means, double[] sums) {
        for (int c = 0; c < tile.width; c++) {
            double sum = 0;
            for (int at = tile.start + c; at < tile.end(); at += tile.width) {
                double d = tile.values[at] - means[c];
                sum += d * d;
            }
            sums[c] = sum;
        }
    }

    @Override
    public void dots(Tile t, double[] means, Tile q, double[] sums) {
        for (int c = 0; c < t.width; c++) {
            double sum = 0;
            for (int at = c; at < t.rows * t.width; at += t.width) {
                sum += (t.values[t.start + at] - means[c]) * q.values[q.start + at];
            }
            sums[c] = sum;
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
