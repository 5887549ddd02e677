package org.normlab.core.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.DOUBLES;
import static org.normlab.core.kernel.Lanes.FLOATS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * {@link RowKernel} in hardware vectors, bit for bit the definition.
 *
 * <p>Loops that write a run do whole vectors up to the last one that fits, and then that one, which may compute some elements
 * twice; runs shorter than a vector go to
 * the scalar kernel. No vector crosses a method of ours: where the compiler does not inline such a method, every vector is an object
 * on the heap.
 */
final class VectorRowKernel implements RowKernel {
    private static final int SWEEP = 4 * COUNT;
    private final ScalarRowKernel scalar = new ScalarRowKernel();

    @Override
    public void load(View x, int from, double shift, Tile tile) {
        if (tile.width < COUNT) {
            scalar.load(x, from, shift, tile);
        } else if (x.data() instanceof Flat.Floats floats) {
            load(floats.array(), x.offset() + from, shift, tile);
        } else {
            load(((Flat.Doubles) x.data()).array(), x.offset() + from, shift, tile);
        }
    }

    private static void load(float[] x, int from, double shift, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                FloatVector floats = FloatVector.fromArray(FLOATS, x, from + i);
                ((DoubleVector) floats.convertShape(F2D, DOUBLES, 0)).sub(shift).intoArray(t, at + i);
            }
        }
    }

    private static void load(double[] x, int from, double shift, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector.fromArray(DOUBLES, x, from + i).sub(shift).intoArray(t, at + i);
            }
        }
    }

    @Override
    public double sum(Tile tile) {
        double[] t = tile.values;
        double[] lanes = tile.lanes;
        int at = tile.start;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            DoubleVector sum2 = DoubleVector.zero(DOUBLES);
            DoubleVector sum3 = DoubleVector.zero(DOUBLES);
            for (int i = at + first; i < whole; i += LANES) {
                sum0 = sum0.add(DoubleVector.fromArray(DOUBLES, t, i));
                sum1 = sum1.add(DoubleVector.fromArray(DOUBLES, t, i + COUNT));
                sum2 = sum2.add(DoubleVector.fromArray(DOUBLES, t, i + 2 * COUNT));
                sum3 = sum3.add(DoubleVector.fromArray(DOUBLES, t, i + 3 * COUNT));
            }
            sum0.intoArray(lanes, first);
            sum1.intoArray(lanes, first + COUNT);
            sum2.intoArray(lanes, first + 2 * COUNT);
            sum3.intoArray(lanes, first + 3 * COUNT);
        }
        for (int i = whole; i < tile.end(); i++) {
            lanes[i - whole] += t[i];
        }
        return fold(lanes);
    }

    @Override
    public double squares(Tile tile, double mean) {
        double[] t = tile.values;
        double[] lanes = tile.lanes;
        int at = tile.start;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            DoubleVector sum2 = DoubleVector.zero(DOUBLES);
            DoubleVector sum3 = DoubleVector.zero(DOUBLES);
            for (int i = at + first; i < whole; i += LANES) {
                DoubleVector d0 = DoubleVector.fromArray(DOUBLES, t, i).sub(mean);
                DoubleVector d1 = DoubleVector.fromArray(DOUBLES, t, i + COUNT).sub(mean);
                DoubleVector d2 =
                        DoubleVector.fromArray(DOUBLES, t, i + 2 * COUNT).sub(mean);
                DoubleVector d3 =
                        DoubleVector.fromArray(DOUBLES, t, i + 3 * COUNT).sub(mean);
                sum0 = sum0.add(d0.mul(d0));
                sum1 = sum1.add(d1.mul(d1));
                sum2 = sum2.add(d2.mul(d2));
                sum3 = sum3.add(d3.mul(d3));
            }
            sum0.intoArray(lanes, first);
            sum1.intoArray(lanes, first + COUNT);
            sum2.intoArray(lanes, first + 2 * COUNT);
            sum3.intoArray(lanes, first + 3 * COUNT);
        }
        for (int i = whole; i < tile.end(); i++) {
            double d = t[i] - mean;
            lanes[i - whole] += d * d;
        }
        return fold(lanes);
    }

    @Override
    public double dot(Tile tile, double mean, Tile factors) {
        double[] t = tile.values;
        double[] q = factors.values;
        double[] lanes = tile.lanes;
        int at = tile.start;
        int to = factors.start - at;
        int whole = at + tile.width - tile.width % LANES;
        for (int first = 0; first < LANES; first += SWEEP) {
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            DoubleVector sum2 = DoubleVector.zero(DOUBLES);
            DoubleVector sum3 = DoubleVector.zero(DOUBLES);
            for (int i = at + first; i < whole; i += LANES) {
                DoubleVector d0 = DoubleVector.fromArray(DOUBLES, t, i).sub(mean);
                DoubleVector d1 = DoubleVector.fromArray(DOUBLES, t, i + COUNT).sub(mean);
                DoubleVector d2 =
                        DoubleVector.fromArray(DOUBLES, t, i + 2 * COUNT).sub(mean);
                DoubleVector d3 =
                        DoubleVector.fromArray(DOUBLES, t, i + 3 * COUNT).sub(mean);
                sum0 = sum0.add(d0.mul(DoubleVector.fromArray(DOUBLES, q, to + i)));
                sum1 = sum1.add(d1.mul(DoubleVector.fromArray(DOUBLES, q, to + i + COUNT)));
                sum2 = sum2.add(d2.mul(DoubleVector.fromArray(DOUBLES, q, to + i + 2 * COUNT)));
                sum3 = sum3.add(d3.mul(DoubleVector.fromArray(DOUBLES, q, to + i + 3 * COUNT)));
            }
            sum0.intoArray(lanes, first);
            sum1.intoArray(lanes, first + COUNT);
            sum2.intoArray(lanes, first + 2 * COUNT);
            sum3.intoArray(lanes, first + 3 * COUNT);
        }
        for (int i = whole; i < tile.end(); i++) {
            lanes[i - whole] += (t[i] - mean) * q[to + i];
        }
        return fold(lanes);
    }

    /** Folds lanes in halves, as {@link ScalarRowKernel#fold} does. */
    private static double fold(double[] lanes) {
        for (int half = LANES / 2; half >= 8; half /= 2) {
            for (int lane = 0; lane < half; lane += COUNT) {
                DoubleVector high = DoubleVector.fromArray(DOUBLES, lanes, lane + half);
                DoubleVector.fromArray(DOUBLES, lanes, lane).add(high).intoArray(lanes, lane);
            }
        }
        double even = lanes[0] + lanes[4] + (lanes[2] + lanes[6]);
        double odd = lanes[1] + lanes[5] + (lanes[3] + lanes[7]);
        return even + odd;
    }

    @Override
    public void apply(Tile tile, Coefficients c, View y, int to) {
        if (tile.width < COUNT) {
            scalar.apply(tile, c, y, to);
            return;
        }
        double[] t = tile.values;
        int at = tile.start;
        int start = y.offset() + to;
        int last = tile.width - COUNT;
        double mean = c.mean;
        double scale = c.scale;
        double weight = c.weight;
        double bias = c.bias;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector centred =
                        DoubleVector.fromArray(DOUBLES, t, at + i).sub(mean);
                DoubleVector output = centred.mul(scale).mul(weight).add(bias);
                if (y.data() instanceof Flat.Floats floats) {
                    ((FloatVector) output.convertShape(D2F, FLOATS, 0)).intoArray(floats.array(), start + i);
                } else if (y.data() instanceof Flat.Doubles doubles) {
                    output.intoArray(doubles.array(), start + i);
                }
            }
        }
    }

    @Override
    public void applyEach(Tile tile, Coefficients c, View y, int to) {
        if (tile.width < COUNT) {
            scalar.applyEach(tile, c, y, to);
            return;
        }
        double[] t = tile.values;
        double[] weights = c.weights;
        double[] biases = c.biases;
        int at = tile.start;
        int start = y.offset() + to;
        int last = tile.width - COUNT;
        double mean = c.mean;
        double scale = c.scale;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector normalized =
                        DoubleVector.fromArray(DOUBLES, t, at + i).sub(mean).mul(scale);
                DoubleVector output = normalized
                        .mul(DoubleVector.fromArray(DOUBLES, weights, c.at + i))
                        .add(DoubleVector.fromArray(DOUBLES, biases, c.at + i));
                if (y.data() instanceof Flat.Floats floats) {
                    ((FloatVector) output.convertShape(D2F, FLOATS, 0)).intoArray(floats.array(), start + i);
                } else if (y.data() instanceof Flat.Doubles doubles) {
                    output.intoArray(doubles.array(), start + i);
                }
            }
        }
    }

    @Override
    public void weigh(Tile tile, Coefficients c) {
        double[] q = tile.values;
        int at = tile.start;
        int i = 0;
        for (; i <= tile.width - COUNT; i += COUNT) {
            DoubleVector weights = DoubleVector.fromArray(DOUBLES, c.weights, c.at + i);
            DoubleVector.fromArray(DOUBLES, q, at + i).mul(weights).intoArray(q, at + i);
        }
        for (; i < tile.width; i++) {
            q[at + i] *= c.weights[c.at + i];
        }
    }

    @Override
    public void accumulate(Tile t, Coefficients c, Tile dy, ParameterSums sums) {
        double[] weightSums = sums.weightBlock;
        double[] biasSums = sums.biasBlock;
        double mean = c.mean;
        double scale = c.scale;
        int i = 0;
        for (; i <= t.width - COUNT; i += COUNT) {
            int k = c.at + i;
            DoubleVector gradient = DoubleVector.fromArray(DOUBLES, dy.values, dy.start + i);
            DoubleVector centred =
                    DoubleVector.fromArray(DOUBLES, t.values, t.start + i).sub(mean);
            DoubleVector term = centred.mul(scale).mul(gradient);
            DoubleVector.fromArray(DOUBLES, weightSums, k).add(term).intoArray(weightSums, k);
            DoubleVector.fromArray(DOUBLES, biasSums, k).add(gradient).intoArray(biasSums, k);
        }
        for (; i < t.width; i++) {
            double gradient = dy.values[dy.start + i];
            weightSums[c.at + i] += (t.values[t.start + i] - mean) * scale * gradient;
            biasSums[c.at + i] += gradient;
        }
    }

    @Override
    public void pullback(Tile t, Tile q, Coefficients c, View dx, int to) {
        if (t.width < COUNT) {
            scalar.pullback(t, q, c, dx, to);
            return;
        }
        int start = dx.offset() + to;
        int last = t.width - COUNT;
        double mean = c.mean;
        double slope = c.slope;
        double weight = c.weight;
        double meanQ = c.meanQ;
        double scale = c.scale;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector bend = DoubleVector.fromArray(DOUBLES, t.values, t.start + i)
                        .sub(mean)
                        .mul(slope);
                DoubleVector even = DoubleVector.fromArray(DOUBLES, q.values, q.start + i)
                        .mul(weight)
                        .sub(meanQ);
                DoubleVector output = even.sub(bend).mul(scale);
                if (dx.data() instanceof Flat.Floats floats) {
                    ((FloatVector) output.convertShape(D2F, FLOATS, 0)).intoArray(floats.array(), start + i);
                } else if (dx.data() instanceof Flat.Doubles doubles) {
                    output.intoArray(doubles.array(), start + i);
                }
            }
        }
    }
}
