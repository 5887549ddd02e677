package org.normlab.report.net;

import java.util.List;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The rows of a table that the valid symbols of sequences NT stand for, sequence by sequence. */
final class Lookup implements Piece {
    private final Parameter table;
    private final int width;
    private final RowRoom room;
    private final Memo<Tensor> gradients = new Memo<>(x -> x.like(x.shape()));
    private int[] lengths = {};
    private int[] codes = {};

    /** A table with a row for each symbol; symbols are numbers from 0 on. */
    Lookup(Parameter table) {
        this.table = table;
        width = table.value().shape().channels();
        room = new RowRoom(table.value(), width);
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nc(input.count(), width);
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        gradients.of(x);
        Tensor rows = room.ofSteps(lengths);
        readCodes(x);
        for (int i = 0, count = rows.shape().count(); i < count; i++) {
            rows.set(i, table.value().get(codes[i / width] * width + i % width));
        }
        return rows;
    }

    private void readCodes(Tensor x) {
        if (codes.length < x.shape().count()) {
            codes = new int[x.shape().count()];
        }
        for (int n = 0, to = 0; n < lengths.length; n++) {
            for (int t = 0; t < lengths[n]; t++) {
                codes[to++] = (int) x.get(n * x.shape().stride('N') + t);
            }
        }
    }

    /** Zeros: symbols have no gradient. */
    @Override
    public Tensor backward(Tensor dy) {
        backwardToParameters(dy);
        return gradients.last();
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        Tensor gradient = table.gradient();
        for (int i = 0, count = dy.shape().count(); i < count; i++) {
            int at = codes[i / width] * width + i % width;
            gradient.set(at, gradient.get(at) + dy.get(i));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(table);
    }
}
