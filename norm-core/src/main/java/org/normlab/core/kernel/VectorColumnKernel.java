package org.normlab.core.kernel;

import static org.normlab.core.kernel.Lanes.COUNT;
import static org.normlab.core.kernel.Lanes.DOUBLES;
import static org.normlab.core.kernel.Lanes.at;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ColumnKernel} in hardware vectors, bit for bit the definition.
 *
 * <p>Sums keep a vector of columns in a register down all rows. Columns beyond the last whole vector are covered by the last vector
 * that fits, which computes some columns twice; tiles narrower than a vector go to the scalar kernel.
 */
final class VectorColumnKernel implements ColumnKernel {
    private final ScalarColumnKernel scalar = new ScalarColumnKernel();

    @Override
    public void load(View x, int from, double[] shifts, Tile tile) {
        int last = tile.width - COUNT;
        if (last < 0) {
            scalar.load(x, from, shifts, tile);
        } else if (x.data() instanceof Flat.Floats floats) {
            load(floats.array(), x.offset() + from, shifts, tile);
        } else {
            load(((Flat.Doubles) x.data()).array(), x.offset() + from, shifts, tile);
        }
    }

    private static void load(float[] x, int from, double[] shifts, Tile tile) {
        int last = tile.width - COUNT;
        for (int i = 0; i < last; i += COUNT) {
            Lanes.widen(x, from + i).sub(at(shifts, i)).intoArray(tile.values, tile.start + i);
        }
        Lanes.widen(x, from + last).sub(at(shifts, last)).intoArray(tile.values, tile.start + last);
    }

    private static void load(double[] x, int from, double[] shifts, Tile tile) {
        int last = tile.width - COUNT;
        for (int i = 0; i < last; i += COUNT) {
            at(x, from + i).sub(at(shifts, i)).intoArray(tile.values, tile.start + i);
        }
        at(x, from + last).sub(at(shifts, last)).intoArray(tile.values, tile.start + last);
    }

    @Override
    public void sums(Tile t, double[] sums) {
        int last = t.width - COUNT;
        if (last < 0) {
            scalar.sums(t, sums);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            sum(t, i).intoArray(sums, i);
        }
        sum(t, last).intoArray(sums, last);
    }

    private static DoubleVector sum(Tile t, int column) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        int end = t.end();
        for (int i = t.start + column; i < end; i += t.width) {
            sum = sum.add(at(t.values, i));
        }
        return sum;
    }

    @Override
    public void squares(Tile t, double[] means, double[] sums) {
        int last = t.width - COUNT;
        if (last < 0) {
            scalar.squares(t, means, sums);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            squares(t, at(means, i), i).intoArray(sums, i);
        }
        squares(t, at(means, last), last).intoArray(sums, last);
    }

    private static DoubleVector squares(Tile t, DoubleVector mean, int column) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        int end = t.end();
        for (int i = t.start + column; i < end; i += t.width) {
            DoubleVector d = at(t.values, i).sub(mean);
            sum = sum.add(d.mul(d));
        }
        return sum;
    }

    @Override
    public void dots(Tile t, double[] means, Tile q, double[] sums) {
        int last = t.width - COUNT;
        if (last < 0) {
            scalar.dots(t, means, q, sums);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            dots(t, at(means, i), q, i).intoArray(sums, i);
        }
        dots(t, at(means, last), q, last).intoArray(sums, last);
    }

    private static DoubleVector dots(Tile t, DoubleVector mean, Tile q, int column) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        int end = t.rows * t.width;
        for (int i = column; i < end; i += t.width) {
            sum = sum.add(at(t.values, t.start + i).sub(mean).mul(at(q.values, q.start + i)));
        }
        return sum;
    }

    @Override
    public void apply(Tile t, Coefficients c, View y, int to) {
        int last = t.width - COUNT;
        if (last < 0) {
            scalar.apply(t, c, y, to);
            return;
        }
        for (int i = 0; i < last; i += COUNT) {
            Lanes.store(applied(t, c, i), y, to + i);
        }
        Lanes.store(applied(t, c, last), y, to + last);
    }

    private static DoubleVector applied(Tile t, Coefficients c, int i) {
        return at(t.values, t.start + i)
                .sub(at(c.means, i))
                .mul(at(c.scales, i))
                .mul(at(c.columnWeights, i))
                .add(at(c.columnBiases, i));
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
        DoubleVector bend = at(t.values, t.start + i).sub(at(c.means, i)).mul(at(c.slopes, i));
        return at(q.values, q.start + i)
                .mul(at(c.columnWeights, i))
                .sub(at(c.meanQs, i))
                .sub(bend)
                .mul(at(c.scales, i));
    }
}
