package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Images NCHW copied to NHWC. */
final class ChannelsLast implements Piece {
    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(shape(x.shape())));
    private final Memo<Tensor> gradients = new Memo<>(x -> x.like(x.shape()));

    @Override
    public Shape shape(Shape input) {
        return Shape.nhwc(input.examples(), input.size('H'), input.size('W'), input.channels());
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        gradients.of(x);
        Tensor y = outputs.of(x);
        for (int i = 0; i < x.shape().count(); i++) {
            y.set(last(i, x.shape()), x.get(i));
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.last();
        for (int i = 0; i < dx.shape().count(); i++) {
            dx.set(i, dy.get(last(i, dx.shape())));
        }
        return dx;
    }

    /** Where the element that is number {@code i} channels first stands channels last. */
    private static int last(int i, Shape first) {
        int pixels = first.size('H') * first.size('W');
        int channel = i / pixels % first.channels();
        int image = i / pixels / first.channels();
        return (image * pixels + i % pixels) * first.channels() + channel;
    }
}
