package org.normlab.report.net;

import java.util.List;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** One piece after another. */
final class Chain implements Piece {
    private final List<Piece> pieces;
    private final int firstThatLearns;

    Chain(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        int first = 0;
        while (first < pieces.size() - 1 && pieces.get(first).parameters().isEmpty()) {
            first++;
        }
        firstThatLearns = first;
    }

    @Override
    public Shape shape(Shape input) {
        Shape shape = input;
        for (Piece piece : pieces) {
            shape = piece.shape(shape);
        }
        return shape;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = x;
        for (int i = 0; i < pieces.size(); i++) {
            y = pieces.get(i).forward(y, mode);
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return backward(dy, 0);
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        pieces.get(firstThatLearns).backwardToParameters(backward(dy, firstThatLearns + 1));
    }

    private Tensor backward(Tensor dy, int first) {
        Tensor dx = dy;
        for (int i = pieces.size() - 1; i >= first; i--) {
            dx = pieces.get(i).backward(dx);
        }
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return pieces.stream().flatMap(piece -> piece.parameters().stream()).toList();
    }

    @Override
    public Stream<Piece> parts() {
        return pieces.stream().flatMap(Piece::parts);
    }
}
