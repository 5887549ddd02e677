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
    private Prepared prepared;

    /** A backward pass from one tensor to another, kept for the next step. */
    private record Prepared(Tensor dy, Tensor dx, Optional<Sweep> sweep) {}

    Pass(Forward forward, Widened widened, Tensor x, Tensor y) {
        this.forward = forward;
        this.widened = widened;
        this.x = x;
        this.y = y;
        this.moments = Passes.of(forward.statistics(), forward.plan());
        this.sums = new ParameterSums(widened.values().channels());
        this.sweep = x.shape().count() == 0 ? Optional.empty() : Optional.of(forward.sweep());
        this.prepared = new Prepared(y, y, Optional.empty());
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

    @Override
    public Gradients backward(Tensor dy, Gradients target) {
        if (x.sameMemory(y) && x.shape().count() > 0) {
            throw NormException.about(Kind.OPTION, "Normalized", "output", "the input itself")
                    .because("has overwritten what the backward needs", "run the forward into another tensor");
        }
        prepare(dy, target.input());
        Arrays.fill(sums.weight, 0);
        Arrays.fill(sums.bias, 0);
        prepared.sweep.ifPresent(Sweep::run);
        store(target, "weight", sums.weight);
        store(target, "bias", sums.bias);
        return target;
    }

    private void prepare(Tensor dy, Tensor dx) {
        if (prepared.dy != dy || prepared.dx != dx) {
            Tensor same = dy.to(x.shape());
            prepared = new Prepared(
                    same == dy ? dy : y, // a permuted copy is not kept
                    dx,
                    sweep.map(s -> new Backward(forward, same.view(), dx.view(), sums).sweep()));
        }
    }

    private static void store(Gradients target, String name, double[] values) {
        Tensor gradient = target.parameters().get(name);
        if (gradient != null) {
            gradient.copyFrom(values);
        }
    }
}
