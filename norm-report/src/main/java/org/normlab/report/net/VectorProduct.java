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

    /** Adds a tile. Unrolled by hand, since only local variables live in registers. */
    private static void addTile(Operand a, Operand b, Operand c, int i, int j) {
        float[] factors = a.data;
        int down = a.rowStep;
        int row = c.rowStep;
        int at = c.at(i, j);
        FloatVector c0 = load(c.data, at);
        FloatVector d0 = load(c.data, at + LANES);
        FloatVector c1 = load(c.data, at + row);
        FloatVector d1 = load(c.data, at + row + LANES);
        FloatVector c2 = load(c.data, at + 2 * row);
        FloatVector d2 = load(c.data, at + 2 * row + LANES);
        FloatVector c3 = load(c.data, at + 3 * row);
        FloatVector d3 = load(c.data, at + 3 * row + LANES);
        FloatVector c4 = load(c.data, at + 4 * row);
        FloatVector d4 = load(c.data, at + 4 * row + LANES);
        FloatVector c5 = load(c.data, at + 5 * row);
        FloatVector d5 = load(c.data, at + 5 * row + LANES);
        FloatVector c6 = load(c.data, at + 6 * row);
        FloatVector d6 = load(c.data, at + 6 * row + LANES);
        FloatVector c7 = load(c.data, at + 7 * row);
        FloatVector d7 = load(c.data, at + 7 * row + LANES);
        for (int k = 0, p = a.at(i, 0), q = b.at(0, j); k < a.columns; k++, p += a.columnStep, q += b.rowStep) {
            FloatVector left = load(b.data, q);
            FloatVector right = load(b.data, q + LANES);
            c0 = repeat(factors, p).fma(left, c0);
            d0 = repeat(factors, p).fma(right, d0);
            c1 = repeat(factors, p + down).fma(left, c1);
            d1 = repeat(factors, p + down).fma(right, d1);
            c2 = repeat(factors, p + 2 * down).fma(left, c2);
            d2 = repeat(factors, p + 2 * down).fma(right, d2);
            c3 = repeat(factors, p + 3 * down).fma(left, c3);
            d3 = repeat(factors, p + 3 * down).fma(right, d3);
            c4 = repeat(factors, p + 4 * down).fma(left, c4);
            d4 = repeat(factors, p + 4 * down).fma(right, d4);
            c5 = repeat(factors, p + 5 * down).fma(left, c5);
            d5 = repeat(factors, p + 5 * down).fma(right, d5);
            c6 = repeat(factors, p + 6 * down).fma(left, c6);
            d6 = repeat(factors, p + 6 * down).fma(right, d6);
            c7 = repeat(factors, p + 7 * down).fma(left, c7);
            d7 = repeat(factors, p + 7 * down).fma(right, d7);
        }
        c0.intoArray(c.data, at + LANES - c0.length());
        d0.intoArray(c.data, at + d0.length());
        c1.intoArray(c.data, at + row + LANES - c1.length());
        d1.intoArray(c.data, at + row + d1.length());
        c2.intoArray(c.data, at + 2 * row + LANES - c2.length());
        d2.intoArray(c.data, at + 2 * row + d2.length());
        c3.intoArray(c.data, at + 3 * row + LANES - c3.length());
        d3.intoArray(c.data, at + 3 * row + d3.length());
        c4.intoArray(c.data, at + 4 * row + LANES - c4.length());
        d4.intoArray(c.data, at + 4 * row + d4.length());
        c5.intoArray(c.data, at + 5 * row + LANES - c5.length());
        d5.intoArray(c.data, at + 5 * row + d5.length());
        c6.intoArray(c.data, at + 6 * row + LANES - c6.length());
        d6.intoArray(c.data, at + 6 * row + d6.length());
        c7.intoArray(c.data, at + 7 * row + LANES - c7.length());
        d7.intoArray(c.data, at + 7 * row + d7.length());
    }

    private static FloatVector load(float[] data, int at) {
        return FloatVector.fromArray(S, data, at);
    }

    private static FloatVector repeat(float[] data, int at) {
        return FloatVector.broadcast(S, data[at]);
    }
}
