package org.normlab.report.net;

import java.util.stream.IntStream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The mean of every 2 by 2 pixels, on images channels last; an odd last row or column is left out. */
final class AveragePool implements Piece {
    private static final int SIZE = 2;
    private static final double SHARE = 1.0 / (SIZE * SIZE);

    private final Memo<Room> rooms = new Memo<>(this::room);

    /**
     * What is prepared for one input.
     *
     * @param corners where the upper left pixel of each four starts in the input
     * @param across elements from a pixel to its right neighbour, which is the number of channels
     * @param down elements from a pixel to the one below
     * @param y the output
     * @param dx the gradient of the input; 0 for good where a row or column is left out
     */
    private record Room(int[] corners, int across, int down, Tensor y, Tensor dx) {}

    private Room room(Tensor x) {
        Shape large = x.shape();
        Shape small = shape(large);
        int across = large.channels();
        int down = across * large.size('W');
        int width = small.size('W');
        int height = small.size('H');
        int[] corners = IntStream.range(0, small.examples() * height * width)
                .map(pixel -> {
                    int row = pixel / width;
                    int above = row / height * large.size('H') + SIZE * (row % height);
                    return above * down + SIZE * (pixel % width) * across;
                })
                .toArray();
        return new Room(corners, across, down, x.like(small), x.like(large));
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nhwc(input.examples(), input.size('H') / SIZE, input.size('W') / SIZE, input.channels());
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Room room = rooms.of(x);
        for (int pixel = 0; pixel < room.corners.length; pixel++) {
            for (int c = 0; c < room.across; c++) {
                int at = room.corners[pixel] + c;
                double above = x.get(at) + x.get(at + room.across);
                double below = x.get(at + room.down) + x.get(at + room.down + room.across);
                room.y.set(pixel * room.across + c, (above + below) * SHARE);
            }
        }
        return room.y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Room room = rooms.last();
        for (int pixel = 0; pixel < room.corners.length; pixel++) {
            for (int c = 0; c < room.across; c++) {
                int at = room.corners[pixel] + c;
                double share = dy.get(pixel * room.across + c) * SHARE;
                room.dx.set(at, share);
                room.dx.set(at + room.across, share);
                room.dx.set(at + room.down, share);
                room.dx.set(at + room.down + room.across, share);
            }
        }
        return room.dx;
    }
}
