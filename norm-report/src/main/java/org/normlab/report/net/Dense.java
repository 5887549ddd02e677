package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A linear map of each example: y = x·weight + bias, the weight stored as inputs by outputs. */
final class Dense implements Piece {
    private final MatMul products;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final Matrix factor;
    private final Matrix factorTransposed;
    private final Matrix factorGradient;
    private final Memo<Room> rooms = new Memo<>(this::room);
    private final Memo<Matrix> outputGradients = new Memo<>(this::rows);

    /** What is prepared for one input. */
    private record Room(Matrix x, Matrix transposed, Matrix y, Matrix dx) {}

    Dense(MatMul products, Parameter weight, Optional<Parameter> bias) {
        this.products = products;
        this.weight = weight;
        this.bias = bias;
        factor = Matrix.of(weight.value());
        factorTransposed = factor.transposed();
        factorGradient = Matrix.of(weight.gradient());
    }

    private Room room(Tensor x) {
        Matrix rows = Matrix.of(x, factor.rows());
        Tensor y = x.like(Shape.nc(rows.rows(), factor.columns()));
        return new Room(rows, rows.transposed(), rows(y), Matrix.of(x.like(x.shape()), factor.rows()));
    }

    private Matrix rows(Tensor y) {
        return Matrix.of(y, factor.columns());
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nc(input.count() / factor.rows(), factor.columns());
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Room room = rooms.of(x);
        Tensor y = room.y.tensor();
        if (bias.isPresent()) {
            Rows.repeat(bias.get().value(), y);
        } else {
            Rows.clear(y);
        }
        products.add(room.x, factor, room.y);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        backwardToParameters(dy);
        Matrix dx = rooms.last().dx;
        Rows.clear(dx.tensor());
        products.add(outputGradients.of(dy), factorTransposed, dx);
        return dx.tensor();
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        products.add(rooms.last().transposed, outputGradients.of(dy), factorGradient);
        if (bias.isPresent()) {
            Rows.addSums(dy, bias.get().gradient());
        }
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight), bias.stream()).toList();
    }
}
