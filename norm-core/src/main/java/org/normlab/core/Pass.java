package org.normlab.core;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Backward;
import org.normlab.core.kernel.Forward;
import org.normlab.core.kernel.ParameterSums;
import org.normlab.core.kernel.Sweep;

/** The forward pass of a normalizer on a tensor, and the one backward pass. */
final class Pass implements Normalized {
    private final Forward forward;
    private final Widened widened;
    private final Tensor x;
    private final Tensor y;
    private final Moments moments;
    private final ParameterSums sums;
    private final Optional<Sweep> sweep;
    private Optional<Prepared> prepared = Optional.empty();

    /** A backward pass from one tensor to another, kept for the next step. */
    private record Prepared(Tensor dy, Tensor dx, Optional<Sweep> sweep) {
        void run() {
            sweep.ifPresent(Sweep::run);
        }
    }

    Pass(Forward forward, Widened widened, Tensor x, Tensor y) {
        this.forward = forward;
        this.widened = widened;
        this.x = x;
        this.y = y;
        this.moments = Passes.of(forward.statistics(), forward.plan());
        this.sums = new ParameterSums(widened.values().channels());
        this.sweep = x.shape().count() == 0 ? Optional.empty() : Optional.of(forward.sweep());
    }

    @Override
    public Normalized again() {
        widened.refresh();
        sweep.ifPresent(Sweep::run);
        return this;
    }

    @Override
    public Tensor output() {
        return y;
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public Gradients gradients() {
        Map<String, Tensor> parameters = new TreeMap<>();
        widened.affine().parameters().forEach((name, p) -> parameters.put(name, p.like(p.shape())));
        return new Gradients(x.like(x.shape()), parameters);
    }

    /** One at a time, since all share the sums and the pass that is kept. */
    @Override
    public synchronized Gradients backward(Tensor dy, Gradients target) {
        if (x.sameMemory(y) && x.shape().count() > 0) {
            throw NormException.about(Kind.OPTION, "Normalized", "output", "the input itself")
                    .because("has overwritten what the backward needs", "run the forward into another tensor");
        }
        prepare(dy.to(x.shape()), target);
        Arrays.fill(sums.weight, 0);
        Arrays.fill(sums.bias, 0);
        prepared.ifPresent(Prepared::run);
        store(target, "weight", sums.weight);
        store(target, "bias", sums.bias);
        return target;
    }

    /** A permuted dy is another copy each time, so that it is prepared anew. */
    private void prepare(Tensor dy, Gradients target) {
        Tensor dx = target.input();
        if (prepared.isEmpty() || prepared.get().dy != dy || prepared.get().dx != dx) {
            target.checkTargetOf(x, dy);
            Backward backward = new Backward(forward, dy.view(), dx.view(), sums);
            prepared = Optional.of(new Prepared(dy, dx, sweep.map(s -> backward.sweep())));
        }
    }

    private static void store(Gradients target, String name, double[] values) {
        Tensor gradient = target.parameters().get(name);
        if (gradient != null) {
            gradient.copyFrom(values);
        }
    }
}
