package org.normlab.core.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.DOUBLES;
import static org.normlab.core.kernel.Lanes.FLOATS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * {@link ColumnKernel} in hardware vectors, bit for bit the definition.
 *
 * <p>Sums keep four vectors of columns in registers down the rows. The last vectors of a row may compute some columns twice; tiles
 * narrower than a vector go to the scalar kernel. No vector crosses a method of ours, as in {@link VectorRowKernel}.
 */
final class VectorColumnKernel implements ColumnKernel {
    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    @Override
    public void load(View x, int from, double[] shifts, Tile tile) {
        if (tile.width < COUNT) {
            scalar.load(x, from, shifts, tile);
        } else if (x.data() instanceof Flat.Floats floats) {
            load(floats.array(), x.offset() + from, shifts, tile);
        } else {
            load(((Flat.Doubles) x.data()).array(), x.offset() + from, shifts, tile);
        }
    }

    private static void load(float[] x, int from, double[] shifts, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                FloatVector floats = FloatVector.fromArray(FLOATS, x, from + i);
                DoubleVector shift = DoubleVector.fromArray(DOUBLES, shifts, i);
                ((DoubleVector) floats.convertShape(F2D, DOUBLES, 0)).sub(shift).intoArray(t, at + i);
            }
        }
    }

    private static void load(double[] x, int from, double[] shifts, Tile tile) {
        double[] t = tile.values;
        int at = tile.start;
        int last = tile.width - COUNT;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector shift = DoubleVector.fromArray(DOUBLES, shifts, i);
                DoubleVector.fromArray(DOUBLES, x, from + i).sub(shift).intoArray(t, at + i);
            }
        }
    }

    @Override
    public void sums(Tile tile, double[] sums) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.sums(tile, sums);
            return;
        }
        double[] t = tile.values;
        for (int c = 0; c < tile.width; c += 4 * COUNT) {
            int c1 = Math.min(c + COUNT, last) - Math.min(c, last);
            int c2 = Math.min(c + 2 * COUNT, last) - Math.min(c, last);
            int c3 = Math.min(c + 3 * COUNT, last) - Math.min(c, last);
            int c0 = Math.min(c, last);
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            DoubleVector sum2 = DoubleVector.zero(DOUBLES);
            DoubleVector sum3 = DoubleVector.zero(DOUBLES);
            for (int first = 0; first < tile.rows; first += RUN) {
                DoubleVector run0 = DoubleVector.zero(DOUBLES);
                DoubleVector run1 = DoubleVector.zero(DOUBLES);
                DoubleVector run2 = DoubleVector.zero(DOUBLES);
                DoubleVector run3 = DoubleVector.zero(DOUBLES);
                int end = Math.min(first + RUN, tile.rows);
                for (int row = first; row < end; row++) {
                    int i = tile.start + row * tile.width + c0;
                    run0 = run0.add(DoubleVector.fromArray(DOUBLES, t, i));
                    run1 = run1.add(DoubleVector.fromArray(DOUBLES, t, i + c1));
                    run2 = run2.add(DoubleVector.fromArray(DOUBLES, t, i + c2));
                    run3 = run3.add(DoubleVector.fromArray(DOUBLES, t, i + c3));
                }
                sum0 = sum0.add(run0);
                sum1 = sum1.add(run1);
                sum2 = sum2.add(run2);
                sum3 = sum3.add(run3);
            }
            sum0.intoArray(sums, c0);
            sum1.intoArray(sums, c0 + c1);
            sum2.intoArray(sums, c0 + c2);
            sum3.intoArray(sums, c0 + c3);
        }
    }

    @Override
    public void squares(Tile tile, double[] means, double[] sums) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.squares(tile, means, sums);
            return;
        }
        double[] t = tile.values;
        for (int c = 0; c < tile.width; c += 2 * COUNT) {
            int c0 = Math.min(c, last);
            int c1 = Math.min(c + COUNT, last) - c0;
            DoubleVector mean0 = DoubleVector.fromArray(DOUBLES, means, c0);
            DoubleVector mean1 = DoubleVector.fromArray(DOUBLES, means, c0 + c1);
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            for (int first = 0; first < tile.rows; first += RUN) {
                DoubleVector run0 = DoubleVector.zero(DOUBLES);
                DoubleVector run1 = DoubleVector.zero(DOUBLES);
                int end = Math.min(first + RUN, tile.rows);
                for (int row = first; row < end; row++) {
                    int i = tile.start + row * tile.width + c0;
                    DoubleVector d0 = DoubleVector.fromArray(DOUBLES, t, i).sub(mean0);
                    DoubleVector d1 = DoubleVector.fromArray(DOUBLES, t, i + c1).sub(mean1);
                    run0 = run0.add(d0.mul(d0));
                    run1 = run1.add(d1.mul(d1));
                }
                sum0 = sum0.add(run0);
                sum1 = sum1.add(run1);
            }
            sum0.intoArray(sums, c0);
            sum1.intoArray(sums, c0 + c1);
        }
    }

    @Override
    public void dots(Tile tile, double[] means, Tile factors, double[] sums) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.dots(tile, means, factors, sums);
            return;
        }
        double[] t = tile.values;
        double[] q = factors.values;
        int to = factors.start - tile.start;
        for (int c = 0; c < tile.width; c += 2 * COUNT) {
            int c0 = Math.min(c, last);
            int c1 = Math.min(c + COUNT, last) - c0;
            DoubleVector mean0 = DoubleVector.fromArray(DOUBLES, means, c0);
            DoubleVector mean1 = DoubleVector.fromArray(DOUBLES, means, c0 + c1);
            DoubleVector sum0 = DoubleVector.zero(DOUBLES);
            DoubleVector sum1 = DoubleVector.zero(DOUBLES);
            for (int first = 0; first < tile.rows; first += RUN) {
                DoubleVector run0 = DoubleVector.zero(DOUBLES);
                DoubleVector run1 = DoubleVector.zero(DOUBLES);
                int end = Math.min(first + RUN, tile.rows);
                for (int row = first; row < end; row++) {
                    int i = tile.start + row * tile.width + c0;
                    DoubleVector d0 = DoubleVector.fromArray(DOUBLES, t, i).sub(mean0);
                    DoubleVector d1 = DoubleVector.fromArray(DOUBLES, t, i + c1).sub(mean1);
                    run0 = run0.add(d0.mul(DoubleVector.fromArray(DOUBLES, q, to + i)));
                    run1 = run1.add(d1.mul(DoubleVector.fromArray(DOUBLES, q, to + i + c1)));
                }
                sum0 = sum0.add(run0);
                sum1 = sum1.add(run1);
            }
            sum0.intoArray(sums, c0);
            sum1.intoArray(sums, c0 + c1);
        }
    }

    @Override
    public void apply(Tile tile, Coefficients c, View y, int to) {
        if (tile.width < COUNT) {
            scalar.apply(tile, c, y, to);
            return;
        }
        int start = y.offset() + to;
        int last = tile.width - COUNT;
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector normalized = DoubleVector.fromArray(DOUBLES, tile.values, tile.start + i)
                        .sub(DoubleVector.fromArray(DOUBLES, c.means, i))
                        .mul(DoubleVector.fromArray(DOUBLES, c.scales, i));
                DoubleVector output = normalized
                        .mul(DoubleVector.fromArray(DOUBLES, c.columnWeights, i))
                        .add(DoubleVector.fromArray(DOUBLES, c.columnBiases, i));
                if (y.data() instanceof Flat.Floats floats) {
                    ((FloatVector) output.convertShape(D2F, FLOATS, 0)).intoArray(floats.array(), start + i);
                } else if (y.data() instanceof Flat.Doubles doubles) {
                    output.intoArray(doubles.array(), start + i);
                }
            }
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
        for (int first = 0, end = last; first <= last; first = end, end = last + 1) {
            for (int i = first; i < end; i += COUNT) {
                DoubleVector bend = DoubleVector.fromArray(DOUBLES, t.values, t.start + i)
                        .sub(DoubleVector.fromArray(DOUBLES, c.means, i))
                        .mul(DoubleVector.fromArray(DOUBLES, c.slopes, i));
                DoubleVector even = DoubleVector.fromArray(DOUBLES, q.values, q.start + i)
                        .mul(DoubleVector.fromArray(DOUBLES, c.columnWeights, i))
                        .sub(DoubleVector.fromArray(DOUBLES, c.meanQs, i));
                DoubleVector output = even.sub(bend).mul(DoubleVector.fromArray(DOUBLES, c.scales, i));
                if (dx.data() instanceof Flat.Floats floats) {
                    ((FloatVector) output.convertShape(D2F, FLOATS, 0)).intoArray(floats.array(), start + i);
                } else if (dx.data() instanceof Flat.Doubles doubles) {
                    output.intoArray(doubles.array(), start + i);
                }
            }
        }
    }
}
