package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The mean over the rows of each sequence; 0 for a sequence without one. */
final class MeanOverTime implements Piece {
    private final int steps;
    private final RowRoom means;
    private final Memo<Tensor> gradients = new Memo<>(x -> x.like(x.shape()));
    private int[] lengths = {};

    /** Rows of this width in the element type of {@code precision}, {@code steps} for each example of a shape. */
    MeanOverTime(Tensor precision, int steps, int width) {
        this.steps = steps;
        means = new RowRoom(precision, width);
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nc(input.examples() / steps, input.channels());
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        gradients.of(x);
        Tensor y = means.of(lengths.length);
        Rows.clear(y);
        int width = y.shape().channels();
        for (int n = 0, from = 0; n < lengths.length; n++) {
            for (int i = 0; i < lengths[n] * width; i++) {
                int to = n * width + i % width;
                y.set(to, y.get(to) + x.get(from++) / lengths[n]);
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.last();
        int width = dy.shape().channels();
        for (int n = 0, to = 0; n < lengths.length; n++) {
            for (int i = 0; i < lengths[n] * width; i++) {
                dx.set(to++, dy.get(n * width + i % width) / lengths[n]);
            }
        }
        return dx;
    }
}
