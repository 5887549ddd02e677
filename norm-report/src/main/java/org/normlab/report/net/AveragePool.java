package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The mean of every 2 by 2 pixels, on images channels last; an odd last row or column is left out. */
final class AveragePool implements Piece {
    private static final int SIZE = 2;
    private static final double SHARE = 1.0 / (SIZE * SIZE);

    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(shape(x.shape())));
    private final Memo<Tensor> gradients = new Memo<>(x -> x.like(x.shape()));

    @Override
    public Shape shape(Shape input) {
        return Shape.nhwc(input.examples(), input.size('H') / SIZE, input.size('W') / SIZE, input.channels());
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = outputs.of(x);
        gradients.of(x);
        int across = x.shape().channels();
        int down = across * x.shape().size('W');
        for (int i = 0, count = y.shape().count(); i < count; i++) {
            int corner = corner(i, y.shape(), x.shape());
            double sum = x.get(corner) + x.get(corner + across) + x.get(corner + down);
            y.set(i, (sum + x.get(corner + down + across)) * SHARE);
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.last();
        Rows.clear(dx);
        int across = dx.shape().channels();
        int down = across * dx.shape().size('W');
        for (int i = 0, count = dy.shape().count(); i < count; i++) {
            int corner = corner(i, dy.shape(), dx.shape());
            double share = dy.get(i) * SHARE;
            dx.set(corner, share);
            dx.set(corner + across, share);
            dx.set(corner + down, share);
            dx.set(corner + down + across, share);
        }
        return dx;
    }

    /** Where the upper left of the four pixels lies that an element of the output is made of. */
    private static int corner(int i, Shape small, Shape large) {
        int channels = small.channels();
        int pixel = i / channels;
        int x = pixel % small.size('W');
        int row = pixel / small.size('W');
        int y = row % small.size('H');
        int image = row / small.size('H');
        return ((image * large.size('H') + SIZE * y) * large.size('W') + SIZE * x) * channels + i % channels;
    }
}
