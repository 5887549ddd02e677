package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The valid steps of sequences NTC, a row each, sequence by sequence. */
final class ValidSteps implements Piece {
    private final RowRoom room;
    private final Memo<Tensor> gradients = new Memo<>(x -> x.like(x.shape()));
    private int[] lengths = {};

    /** Steps of so many channels, in the element type of {@code precision}. */
    ValidSteps(Tensor precision, int channels) {
        room = new RowRoom(precision, channels);
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nc(input.examples() * input.size('T'), input.channels());
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        gradients.of(x);
        Tensor rows = room.ofSteps(lengths);
        for (int n = 0, to = 0; n < lengths.length; n++) {
            int from = n * x.shape().stride('N');
            for (int i = 0, count = lengths[n] * x.shape().channels(); i < count; i++) {
                rows.set(to++, x.get(from + i));
            }
        }
        return rows;
    }

    /** The gradient of each step in its place, 0 in padding. */
    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.last();
        Rows.clear(dx);
        for (int n = 0, from = 0; n < lengths.length; n++) {
            int to = n * dx.shape().stride('N');
            for (int i = 0, count = lengths[n] * dx.shape().channels(); i < count; i++) {
                dx.set(to + i, dy.get(from++));
            }
        }
        return dx;
    }
}
