package org.normlab.core.kernel;

import java.util.Arrays;

/** The definition of {@link RowKernel}: plain loops in the order that it fixes. */
final class ScalarRowKernel implements RowKernel {

    @Override
    public void load(View x, int from, double shift, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        for (int j = 0; j < tile.width; j++) {
            t[at + j] = x.data().get(x.offset() + from + j) - shift;
        }
    }

    @Override
    public double sum(Tile tile) {
        double[] lanes = cleared(tile);
        for (int j = 0; j < tile.width; j++) {
            lanes[j % LANES] += tile.values[tile.start + j];
        }
        return fold(lanes);
    }

    @Override
    public double squares(Tile tile, double mean) {
        double[] lanes = cleared(tile);
        for (int j = 0; j < tile.width; j++) {
            double d = tile.values[tile.start + j] - mean;
            lanes[j % LANES] += d * d;
        }
        return fold(lanes);
    }

    @Override
    public double dot(Tile t, double mean, Tile q) {
        double[] lanes = cleared(t);
        for (int j = 0; j < t.width; j++) {
            lanes[j % LANES] += (t.values[t.start + j] - mean) * q.values[q.start + j];
        }
        return fold(lanes);
    }

    private static double[] cleared(Tile tile) {
        Arrays.fill(tile.lanes, 0);
        return tile.lanes;
    }

    /** Folds lanes in halves: 32, 16, 8, 4, 2, 1. */
    static double fold(double[] lanes) {
        for (int half = lanes.length / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return lanes[0];
    }

    @Override
    public void apply(Tile tile, Coefficients c, View y, int to) {
        for (int j = 0; j < tile.width; j++) {
            double normalized = (tile.values[tile.start + j] - c.mean) * c.scale;
            y.data().set(y.offset() + to + j, normalized * c.weight + c.bias);
        }
    }

    @Override
    public void applyEach(Tile tile, Coefficients c, View y, int to) {
        for (int j = 0; j < tile.width; j++) {
            double normalized = (tile.values[tile.start + j] - c.mean) * c.scale;
            y.data().set(y.offset() + to + j, normalized * c.weights[c.at + j] + c.biases[c.at + j]);
        }
    }

    @Override
    public void weigh(Tile q, Coefficients c) {
        for (int j = 0; j < q.width; j++) {
            q.values[q.start + j] *= c.weights[c.at + j];
        }
    }

    @Override
    public void accumulate(Tile t, Coefficients c, Tile dy, ParameterSums sums) {
        for (int j = 0; j < t.width; j++) {
            double gradient = dy.values[dy.start + j];
            sums.weightBlock[c.at + j] += (t.values[t.start + j] - c.mean) * c.scale * gradient;
            sums.biasBlock[c.at + j] += gradient;
        }
    }

    @Override
    public void pullback(Tile t, Tile q, Coefficients c, View dx, int to) {
        for (int j = 0; j < t.width; j++) {
            double centred = t.values[t.start + j] - c.mean;
            double gradient = c.weight * q.values[q.start + j] - c.meanQ - centred * c.slope;
            dx.data().set(dx.offset() + to + j, gradient * c.scale);
        }
    }
}
