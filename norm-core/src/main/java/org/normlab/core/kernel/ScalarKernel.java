package org.normlab.core.kernel;

/** The definition: plain loops in the order that {@link Kernel} fixes. */
final class ScalarKernel implements Kernel {

    @Override
    public void load(View x, int from, double shift, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        for (int j = 0; j < tile.width; j++) {
            t[at + j] = x.data().get(x.offset() + from + j) - shift;
        }
    }

    @Override
    public void loadRow(View x, int from, double[] shifts, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        for (int j = 0; j < tile.width; j++) {
            t[at + j] = x.data().get(x.offset() + from + j) - shifts[j];
        }
    }

    @Override
    public double sum(Tile tile) {
        double[] lanes = new double[LANES];
        for (int j = 0; j < tile.width; j++) {
            lanes[j % LANES] += tile.values[tile.start + j];
        }
        return fold(lanes);
    }

    @Override
    public double squares(Tile tile, double mean) {
        double[] lanes = new double[LANES];
        for (int j = 0; j < tile.width; j++) {
            double d = tile.values[tile.start + j] - mean;
            lanes[j % LANES] += d * d;
        }
        return fold(lanes);
    }

    @Override
    public double dot(Tile t, double mean, Tile q) {
        double[] lanes = new double[LANES];
        for (int j = 0; j < t.width; j++) {
            lanes[j % LANES] += (t.values[t.start + j] - mean) * q.values[q.start + j];
        }
        return fold(lanes);
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
    public void columnSums(Tile tile, double[] sums) {
        for (int c = 0; c < tile.width; c++) {
            double sum = 0;
            for (int at = tile.start + c; at < tile.end(); at += tile.width) {
                sum += tile.values[at];
            }
            sums[c] = sum;
        }
    }

    @Override
    public void columnSquares(Tile tile, double[] means, double[] sums) {
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
    public void columnDots(Tile t, double[] means, Tile q, double[] sums) {
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
    public void applyRow(Tile tile, Coefficients c, View y, int to) {
        for (int j = 0; j < tile.width; j++) {
            double normalized = (tile.values[tile.start + j] - c.means[j]) * c.scales[j];
            y.data().set(y.offset() + to + j, normalized * c.columnWeights[j] + c.columnBiases[j]);
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

    @Override
    public void pullbackRow(Tile t, Tile q, Coefficients c, View dx, int to) {
        for (int j = 0; j < t.width; j++) {
            double centred = t.values[t.start + j] - c.means[j];
            double gradient = c.columnWeights[j] * q.values[q.start + j] - c.meanQs[j] - centred * c.slopes[j];
            dx.data().set(dx.offset() + to + j, gradient * c.scales[j]);
        }
    }
}
