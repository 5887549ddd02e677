package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A 3 by 3 convolution with a border of zeros, on images channels last: a linear map of the patch around every pixel. */
final class Convolution implements Piece {
    private final Dense map;
    private final int channels;
    private final Memo<Room> rooms = new Memo<>(this::room);

    /** What is prepared for one input. */
    private record Room(Patches patches, Tensor rows, Memo<Tensor> outputs, Tensor dx) {}

    /** The weight is 9 · input channels by output channels. */
    Convolution(MatMul products, Parameter weight, Optional<Parameter> bias) {
        map = new Dense(products, weight, bias);
        channels = weight.value().shape().size(1);
    }

    private Room room(Tensor x) {
        Patches patches = new Patches(x.shape());
        int pixels = x.shape().count() / x.shape().channels();
        Tensor rows = x.like(Shape.nc(pixels, patches.length()));
        return new Room(patches, rows, new Memo<>(y -> y.as(shape(x.shape()))), x.like(x.shape()));
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nhwc(input.examples(), input.size('H'), input.size('W'), channels);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Room room = rooms.of(x);
        room.patches.gather(x, room.rows);
        return room.outputs.of(map.forward(room.rows, mode));
    }

    @Override
    public Tensor backward(Tensor dy) {
        Room room = rooms.last();
        room.patches.scatter(map.backward(dy), room.dx);
        return room.dx;
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        map.backwardToParameters(dy);
    }

    @Override
    public List<Parameter> parameters() {
        return map.parameters();
    }
}
