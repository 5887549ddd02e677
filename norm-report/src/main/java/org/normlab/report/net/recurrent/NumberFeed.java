package org.normlab.report.net.recurrent;

import org.normlab.core.Tensor;
import org.normlab.report.net.MatMul;
import org.normlab.report.net.Matrix;

/** Sequences NTC of numbers. */
final class NumberFeed implements Feed {
    private final MatMul products;
    private final Stack packed;
    private final Stack gradients;
    private final Ragged ragged;

    NumberFeed(MatMul products, Tensor precision, int channels, Ragged ragged) {
        this.products = products;
        this.ragged = ragged;
        packed = new Stack(precision, channels);
        gradients = new Stack(precision, channels);
    }

    @Override
    public void take(Tensor x) {
        packed.reserve(x.shape().examples() * x.shape().size('T'));
        gradients.reserve(x.shape().examples() * x.shape().size('T'));
        Fill.zero(gradients.tensor(0, ragged.total()));
        Tensor rows = rows().tensor();
        int width = packed.width();
        for (int t = 0, to = 0; t < ragged.steps(); t++) {
            for (int row = 0; row < ragged.alive(t); row++) {
                int from = at(x, row, t);
                for (int c = 0; c < width; c++) {
                    rows.set(to++, x.get(from + c));
                }
            }
        }
    }

    private int at(Tensor x, int row, int step) {
        return (ragged.example(row) * x.shape().size(1) + step) * packed.width();
    }

    private Matrix rows() {
        return packed.matrix(0, ragged.total());
    }

    @Override
    public void multiply(Matrix weight, Matrix u) {
        products.add(rows(), weight, u);
    }

    @Override
    public void addWeightGradient(Matrix du, Matrix gradient) {
        products.add(packed.transposed(0, ragged.total()), du, gradient);
    }

    @Override
    public void addInputGradient(Matrix du, Matrix weight) {
        products.add(du, weight.transposed(), gradients.matrix(0, ragged.total()));
    }

    @Override
    public void handOver(Tensor dx) {
        Fill.zero(dx);
        Tensor rows = gradients.tensor(0, ragged.total());
        for (int t = 0, from = 0; t < ragged.steps(); t++) {
            for (int row = 0; row < ragged.alive(t); row++) {
                int to = at(dx, row, t);
                for (int c = 0; c < packed.width(); c++) {
                    dx.set(to + c, rows.get(from++));
                }
            }
        }
        Fill.zero(rows);
    }
}
