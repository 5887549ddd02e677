package org.normlab.report.net;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;

/**
 * Sets each unit to 0 with probability p in training, and scales the others by 1/(1 − p) (Srivastava et al. 2014, inverted).
 *
 * <p>A unit is kept where a uniform draw is at least p, so the units that a smaller p drops are dropped by a larger one too.
 */
final class Dropout implements Piece {
    private final double p;
    private final Streams streams;
    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(x.shape()));
    private final Memo<Tensor> gradients = new Memo<>(dy -> dy.like(dy.shape()));
    private final Memo<Tensor> masks = new Memo<>(x -> x.like(x.shape()));
    private long step;
    private boolean drops;

    /** Draws from the streams' field {@code step}, counted by the passes in training. */
    Dropout(double p, Streams streams) {
        if (!(p >= 0 && p < 1)) {
            throw NormException.about(Kind.OPTION, "Dropout", "p", p)
                    .because("is not a probability below 1", "use 0 for none, up to 0.5 for much");
        }
        this.p = p;
        this.streams = streams;
    }

    @Override
    public Shape shape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        drops = mode == Mode.TRAIN;
        if (!drops) {
            return x;
        }
        Stream draws = streams.with("step", step++).open("dropout");
        Tensor mask = masks.of(x);
        for (int i = 0; i < mask.shape().count(); i++) {
            mask.set(i, draws.uniform() >= p ? 1 / (1 - p) : 0);
        }
        return masked(x, outputs.of(x));
    }

    @Override
    public Tensor backward(Tensor dy) {
        return drops ? masked(dy, gradients.of(dy)) : dy;
    }

    private Tensor masked(Tensor source, Tensor target) {
        Tensor mask = masks.last();
        for (int i = 0; i < mask.shape().count(); i++) {
            target.set(i, source.get(i) * mask.get(i));
        }
        return target;
    }
}
