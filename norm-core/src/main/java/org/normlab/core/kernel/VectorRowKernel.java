package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.DOUBLES;
import static org.normlab.core.kernel.Lanes.at;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link RowKernel} in hardware vectors, bit for bit the definition.
 *
 * <p>Passes that write a run do whole vectors and then the last whole vector once more, which writes the same values again; runs
 * shorter than a vector go to the scalar kernel. Sums along a run keep four accumulators, because one addition takes four cycles.
 */
final class VectorRowKernel implements RowKernel {
    private static final int SWEEP = 4 * COUNT;
    private final ScalarRowKernel scalar = new ScalarRowKernel();

    @Override
    public void load(View x, int from, double shift, Tile tile) {
        int n = tile.width;
        if (n < COUNT) {
            scalar.load(x, from, shift, tile);
            return;
        }
        if (x.data() instanceof Flat.Floats floats) {
            load(floats.array(), x.offset() + from, shift, tile);
        } else {
            load(((Flat.Doubles) x.data()).array(), x.offset() + from, shift, tile);
        }
    }

    private static void load(float[] x, int from, double shift, Tile tile) {
        DoubleVector shifts = DoubleVector.broadcast(DOUBLES, shift);
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int i = 0; i < last; i += COUNT) {
            Lanes.widen(x, from + i).sub(shifts).intoArray(t, at + i);
        }
        Lanes.widen(x, from + last).sub(shifts).intoArray(t, at + last);
    }

    private static void load(double[] x, int from, double shift, Tile tile) {
        DoubleVector shifts = DoubleVector.broadcast(DOUBLES, shift);
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int i = 0; i < last; i += COUNT) {
            at(x, from + i).sub(shifts).intoArray(t, at + i);
        }
        at(x, from + last).sub(shifts).intoArray(t, at + last);
    }

    @Override
    public double sum(Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = sum0;
            DoubleVector sum2 = sum0;
            DoubleVector sum3 = sum0;
            for (int i = at + first; i < whole; i += LANES) {
                sum0 = sum0.add(at(t, i));
                sum1 = sum1.add(at(t, i + COUNT));
                sum2 = sum2.add(at(t, i + 2 * COUNT));
                sum3 = sum3.add(at(t, i + 3 * COUNT));
            }
            keep(tile.lanes, first, sum0, sum1);
            keep(tile.lanes, first + 2 * COUNT, sum2, sum3);
        }
        for (int i = whole; i < tile.end(); i++) {
            tile.lanes[i - whole] += t[i];
        }
        return fold(tile.lanes);
    }

    @Override
    public double squares(Tile tile, double mean) {
        DoubleVector means = DoubleVector.broadcast(DOUBLES, mean);
        double[] t = tile.values;
        int at = tile.start;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = sum0;
            DoubleVector sum2 = sum0;
            DoubleVector sum3 = sum0;
            for (int i = at + first; i < whole; i += LANES) {
                sum0 = sum0.add(square(at(t, i).sub(means)));
                sum1 = sum1.add(square(at(t, i + COUNT).sub(means)));
                sum2 = sum2.add(square(at(t, i + 2 * COUNT).sub(means)));
                sum3 = sum3.add(square(at(t, i + 3 * COUNT).sub(means)));
            }
            keep(tile.lanes, first, sum0, sum1);
            keep(tile.lanes, first + 2 * COUNT, sum2, sum3);
        }
        for (int i = whole; i < tile.end(); i++) {
            double d = t[i] - mean;
            tile.lanes[i - whole] += d * d;
        }
        return fold(tile.lanes);
    }

    private static DoubleVector square(DoubleVector d) {
        return d.mul(d);
    }

    @Override
    public double dot(Tile tile, double mean, Tile factors) {
        DoubleVector means = DoubleVector.broadcast(DOUBLES, mean);
        double[] t = tile.values;
        double[] q = factors.values;
        int at = tile.start;
        int to = factors.start - at;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = sum0;
            DoubleVector sum2 = sum0;
            DoubleVector sum3 = sum0;
            for (int i = at + first; i < whole; i += LANES) {
                sum0 = sum0.add(at(t, i).sub(means).mul(at(q, to + i)));
                sum1 = sum1.add(at(t, i + COUNT).sub(means).mul(at(q, to + i + COUNT)));
                sum2 = sum2.add(at(t, i + 2 * COUNT).sub(means).mul(at(q, to + i + 2 * COUNT)));
                sum3 = sum3.add(at(t, i + 3 * COUNT).sub(means).mul(at(q, to + i + 3 * COUNT)));
            }
            keep(tile.lanes, first, sum0, sum1);
            keep(tile.lanes, first + 2 * COUNT, sum2, sum3);
        }
        for (int i = whole; i < tile.end(); i++) {
            tile.lanes[i - whole] += (t[i] - mean) * q[to + i];
        }
        return fold(tile.lanes);
    }

    private static void keep(double[] lanes, int first, DoubleVector low, DoubleVector high) {
        low.intoArray(lanes, first);
        high.intoArray(lanes, first + COUNT);
    }

    /** Folds lanes in halves, as {@link ScalarRowKernel#fold} does. */
    private static double fold(double[] lanes) {
        for (int half = LANES / 2; half >= 8; half /= 2) {
            for (int lane = 0; lane < half; lane += COUNT) {
                at(lanes, lane).add(at(lanes, lane + half)).intoArray(lanes, lane);
            }
        }
        double even = lanes[0] + lanes[4] + (lanes[2] + lanes[6]);
        double odd = lanes[1] + lanes[5] + (lanes[3] + lanes[7]);
        return even + odd;
    }

    @Override
    public void apply(Tile tile, Coefficients c, View y, int to) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.apply(tile, c, y, to);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            Lanes.store(applied(tile, c, i), y, to + i);
        }
        Lanes.store(applied(tile, c, last), y, to + last);
    }

    private static DoubleVector applied(Tile tile, Coefficients c, int i) {
        return at(tile.values, tile.start + i)
                .sub(c.mean)
                .mul(c.scale)
                .mul(c.weight)
                .add(c.bias);
    }

    @Override
    public void applyEach(Tile tile, Coefficients c, View y, int to) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.applyEach(tile, c, y, to);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            Lanes.store(appliedEach(tile, c, i), y, to + i);
        }
        Lanes.store(appliedEach(tile, c, last), y, to + last);
    }

    private static DoubleVector appliedEach(Tile tile, Coefficients c, int i) {
        return at(tile.values, tile.start + i)
                .sub(c.mean)
                .mul(c.scale)
                .mul(at(c.weights, c.at + i))
                .add(at(c.biases, c.at + i));
    }

    @Override
    public void weigh(Tile q, Coefficients c) {
        int i = 0;
        for (; i <= q.width - COUNT; i += COUNT) {
            at(q.values, q.start + i).mul(at(c.weights, c.at + i)).intoArray(q.values, q.start + i);
        }
        for (; i < q.width; i++) {
            q.values[q.start + i] *= c.weights[c.at + i];
        }
    }

    @Override
    public void accumulate(Tile t, Coefficients c, Tile dy, ParameterSums sums) {
        int i = 0;
        for (; i <= t.width - COUNT; i += COUNT) {
            DoubleVector gradient = at(dy.values, dy.start + i);
            DoubleVector term =
                    at(t.values, t.start + i).sub(c.mean).mul(c.scale).mul(gradient);
            at(sums.weightBlock, c.at + i).add(term).intoArray(sums.weightBlock, c.at + i);
            at(sums.biasBlock, c.at + i).add(gradient).intoArray(sums.biasBlock, c.at + i);
        }
        for (; i < t.width; i++) {
            double gradient = dy.values[dy.start + i];
            sums.weightBlock[c.at + i] += (t.values[t.start + i] - c.mean) * c.scale * gradient;
            sums.biasBlock[c.at + i] += gradient;
        }
    }

    @Override
    public void pullback(Tile t, Tile q, Coefficients c, View dx, int to) {
        int last = t.width - COUNT;
        if (last < 0) {
            scalar.pullback(t, q, c, dx, to);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            Lanes.store(pulled(t, q, c, i), dx, to + i);
        }
        Lanes.store(pulled(t, q, c, last), dx, to + last);
    }

    private static DoubleVector pulled(Tile t, Tile q, Coefficients c, int i) {
        DoubleVector bend = at(t.values, t.start + i).sub(c.mean).mul(c.slope);
        return at(q.values, q.start + i).mul(c.weight).sub(c.meanQ).sub(bend).mul(c.scale);
    }
}
