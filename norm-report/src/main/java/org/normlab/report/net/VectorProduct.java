package org.normlab.report.net;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product by the Vector API: tiles of eight rows by two vectors stay in registers while k runs.
 *
 * <p>Columns that do not fill two vectors are computed on zero-padded copies.
 */
final class VectorProduct implements FloatProduct {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();
    private static final int WIDTH = 2 * LANES;
    private static final int HEIGHT = 8;

    private final Operand paddedB = new Operand();
    private final Operand paddedC = new Operand();

    @Override
    public void add(Operand a, Operand b, Operand c) {
        int whole = c.columns - c.columns % WIDTH;
        for (int j = 0; j < whole; j += WIDTH) {
            addPanel(a, b, c, j);
        }
        if (whole < c.columns) {
            paddedB.resize(b.rows, WIDTH).copyColumns(b, whole);
            paddedC.resize(c.rows, WIDTH).copyColumns(c, whole);
            addPanel(a, paddedB, paddedC, 0);
            paddedC.copyColumnsBack(c, whole);
        }
    }

    private static void addPanel(Operand a, Operand b, Operand c, int j) {
        int i = 0;
        for (; i + HEIGHT <= c.rows; i += HEIGHT) {
            addTile(a, b, c, i, j);
        }
        for (; i < c.rows; i++) {
            addRow(a, b, c, i, j);
        }
    }

    private static void addRow(Operand a, Operand b, Operand c, int i, int j) {
        int at = c.at(i, j);
        FloatVector left = FloatVector.fromArray(S, c.data, at);
        FloatVector right = FloatVector.fromArray(S, c.data, at + LANES);
        for (int k = 0, p = a.at(i, 0), q = b.at(0, j); k < a.columns; k++, p += a.columnStep, q += b.rowStep) {
            FloatVector factor = repeat(a.data, p);
            left = factor.fma(load(b.data, q), left);
            right = factor.fma(load(b.data, q + LANES), right);
        }
        left.intoArray(c.data, at + LANES - left.length());
        right.intoArray(c.data, at + right.length());
    }

    private static void addTile(Operand a, Operand b, Operand c, int i, int j) {
        addTile(
                a.columns,
                a.data,
                a.at(i, 0),
                a.rowStep,
                a.columnStep,
                b.data,
                b.at(0, j),
                b.rowStep,
                c.data,
                c.at(i, j),
                c.rowStep);
    }

    /**
     * Adds a tile; {@code p}, {@code q} and {@code at} are where it starts in a, b and c, whose rows are {@code down},
     * {@code stride} and {@code row} apart. Unrolled by hand, since only local variables live in registers, and many
     * arguments, since fields read here cost a third of the speed.
     */
    private static void addTile(
            int depth, float[] a, int p, int down, int step, float[] b, int q, int stride, float[] c, int at, int row) {
        FloatVector c0 = FloatVector.fromArray(S, c, at);
        FloatVector d0 = FloatVector.fromArray(S, c, at + LANES);
        FloatVector c1 = FloatVector.fromArray(S, c, at + row);
        FloatVector d1 = FloatVector.fromArray(S, c, at + row + LANES);
        FloatVector c2 = FloatVector.fromArray(S, c, at + 2 * row);
        FloatVector d2 = FloatVector.fromArray(S, c, at + 2 * row + LANES);
        FloatVector c3 = FloatVector.fromArray(S, c, at + 3 * row);
        FloatVector d3 = FloatVector.fromArray(S, c, at + 3 * row + LANES);
        FloatVector c4 = FloatVector.fromArray(S, c, at + 4 * row);
        FloatVector d4 = FloatVector.fromArray(S, c, at + 4 * row + LANES);
        FloatVector c5 = FloatVector.fromArray(S, c, at + 5 * row);
        FloatVector d5 = FloatVector.fromArray(S, c, at + 5 * row + LANES);
        FloatVector c6 = FloatVector.fromArray(S, c, at + 6 * row);
        FloatVector d6 = FloatVector.fromArray(S, c, at + 6 * row + LANES);
        FloatVector c7 = FloatVector.fromArray(S, c, at + 7 * row);
        FloatVector d7 = FloatVector.fromArray(S, c, at + 7 * row + LANES);
        for (int k = 0; k < depth; k++, p += step, q += stride) {
            FloatVector left = load(b, q);
            FloatVector right = load(b, q + LANES);
            FloatVector f0 = repeat(a, p);
            c0 = f0.fma(left, c0);
            d0 = f0.fma(right, d0);
            FloatVector f1 = repeat(a, p + down);
            c1 = f1.fma(left, c1);
            d1 = f1.fma(right, d1);
            FloatVector f2 = repeat(a, p + 2 * down);
            c2 = f2.fma(left, c2);
            d2 = f2.fma(right, d2);
            FloatVector f3 = repeat(a, p + 3 * down);
            c3 = f3.fma(left, c3);
            d3 = f3.fma(right, d3);
            FloatVector f4 = repeat(a, p + 4 * down);
            c4 = f4.fma(left, c4);
            d4 = f4.fma(right, d4);
            FloatVector f5 = repeat(a, p + 5 * down);
            c5 = f5.fma(left, c5);
            d5 = f5.fma(right, d5);
            FloatVector f6 = repeat(a, p + 6 * down);
            c6 = f6.fma(left, c6);
            d6 = f6.fma(right, d6);
            FloatVector f7 = repeat(a, p + 7 * down);
            c7 = f7.fma(left, c7);
            d7 = f7.fma(right, d7);
        }
        c0.intoArray(c, at + LANES - c0.length());
        d0.intoArray(c, at + d0.length());
        c1.intoArray(c, at + row + LANES - c1.length());
        d1.intoArray(c, at + row + d1.length());
        c2.intoArray(c, at + 2 * row + LANES - c2.length());
        d2.intoArray(c, at + 2 * row + d2.length());
        c3.intoArray(c, at + 3 * row + LANES - c3.length());
        d3.intoArray(c, at + 3 * row + d3.length());
        c4.intoArray(c, at + 4 * row + LANES - c4.length());
        d4.intoArray(c, at + 4 * row + d4.length());
        c5.intoArray(c, at + 5 * row + LANES - c5.length());
        d5.intoArray(c, at + 5 * row + d5.length());
        c6.intoArray(c, at + 6 * row + LANES - c6.length());
        d6.intoArray(c, at + 6 * row + d6.length());
        c7.intoArray(c, at + 7 * row + LANES - c7.length());
        d7.intoArray(c, at + 7 * row + d7.length());
    }

    private static FloatVector load(float[] data, int at) {
        return FloatVector.fromArray(S, data, at);
    }

    private static FloatVector repeat(float[] data, int at) {
        return FloatVector.broadcast(S, data[at]);
    }
}
