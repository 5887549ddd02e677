package org.normlab.report.net.recurrent;

import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;

/** Sequences NT of symbols, each a number from 0 on that stands for a one-hot vector: products become looking up rows. */
final class SymbolFeed implements Feed {
    private final Ragged ragged;
    private int[] codes = {};

    SymbolFeed(Ragged ragged) {
        this.ragged = ragged;
    }

    @Override
    public void take(Tensor x) {
        if (codes.length < x.shape().count()) {
            codes = new int[x.shape().count()];
        }
        for (int t = 0, to = 0; t < ragged.steps(); t++) {
            for (int row = 0; row < ragged.alive(t); row++) {
                codes[to++] = (int) x.get(ragged.example(row) * x.shape().size(1) + t);
            }
        }
    }

    @Override
    public void multiply(Matrix weight, Matrix u) {
        int width = u.columns();
        for (int i = 0; i < u.rows(); i++) {
            Fill.add(weight, codes[i] * width, u, i * width, width);
        }
    }

    @Override
    public void addWeightGradient(Matrix du, Matrix gradient) {
        int width = du.columns();
        for (int i = 0; i < du.rows(); i++) {
            Fill.add(du, i * width, gradient, codes[i] * width, width);
        }
    }

    @Override
    public void addInputGradient(Matrix du, Matrix weight) {
        // symbols have no gradient
    }

    /** Zeros. */
    @Override
    public void handOver(Tensor dx) {
        Fill.zero(dx);
    }
}
