package org.normlab.report.net;

import java.util.List;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** y = x + branch(x); the branch keeps the shape. */
final class Residual implements Piece {
    private final Piece branch;
    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(x.shape()));
    private final Memo<Tensor> gradients = new Memo<>(dy -> dy.like(dy.shape()));

    Residual(Piece branch) {
        this.branch = branch;
    }

    @Override
    public Shape shape(Shape input) {
        return branch.shape(input);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return sum(x, branch.forward(x, mode), outputs.of(x));
    }

    @Override
    public Tensor backward(Tensor dy) {
        return sum(dy, branch.backward(dy), gradients.of(dy));
    }

    private static Tensor sum(Tensor a, Tensor b, Tensor sum) {
        Rows.clear(sum);
        Rows.add(a, sum);
        Rows.add(b, sum);
        return sum;
    }

    @Override
    public List<Parameter> parameters() {
        return branch.parameters();
    }

    @Override
    public Stream<Piece> parts() {
        return branch.parts();
    }
}
