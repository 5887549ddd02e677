package org.normlab.report.net;

/** The definition of the product, in plain loops; for machines where the Vector API is not readable. */
final class ScalarProduct implements FloatProduct {
    @Override
    public void add(Operand a, Operand b, Operand c) {
        for (int i = 0; i < c.rows; i++) {
            for (int k = 0; k < a.columns; k++) {
                addRow(a.data[a.at(i, k)], b, k, c, i);
            }
        }
    }

    private static void addRow(float factor, Operand b, int k, Operand c, int i) {
        int from = b.at(k, 0);
        int to = c.at(i, 0);
        for (int j = 0; j < c.columns; j++) {
            c.data[to + j] = Math.fma(factor, b.data[from + j], c.data[to + j]);
        }
    }
}
