package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Applies an activation to every element. */
final class Activate implements Piece {
    private final Activation activation;
    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(x.shape()));
    private final Memo<Tensor> gradients = new Memo<>(dy -> dy.like(dy.shape()));

    Activate(Activation activation) {
        this.activation = activation;
    }

    @Override
    public Shape shape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = outputs.of(x);
        for (int i = 0, count = x.shape().count(); i < count; i++) {
            y.set(i, activation.value(x.get(i)));
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.of(dy);
        Tensor y = outputs.last();
        for (int i = 0, count = dy.shape().count(); i < count; i++) {
            dx.set(i, dy.get(i) * activation.slope(y.get(i)));
        }
        return dx;
    }
}
