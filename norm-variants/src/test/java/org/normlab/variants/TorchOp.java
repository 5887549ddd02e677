package org.normlab.variants;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.variants.contract.Place;
import org.normlab.variants.example.LocalResponseNorm;
import org.normlab.variants.example.LpNorm;

/** How an operator of the reference is spelled here: a normalizer, and what the elements of a statistic have in common if it has any. */
record TorchOp(Function<TorchCase, Normalizer> normalizer, Optional<Statistic> statistic) {

    /** What elements have in common that share a statistic. */
    interface Statistic {
        Object of(TorchCase torch, Place place);
    }

    private static final Map<String, TorchOp> BY_NAME = Map.of(
            "BatchNorm", new TorchOp(TorchOp::batch, (torch, place) -> place.at('C')),
            "InstanceNorm", new TorchOp(TorchOp::instance, TorchOp::exampleAndChannel),
            "GroupNorm", new TorchOp(TorchOp::group, TorchOp::exampleAndGroup),
            "LayerNorm", new TorchOp(TorchOp::layer, TorchOp::leading),
            "RMSNorm", new TorchOp(TorchOp::rms, TorchOp::leading),
            "LocalResponseNorm", new TorchOp(TorchOp::localResponse),
            "LpNormalize", new TorchOp(TorchOp::lp));

    private TorchOp(Function<TorchCase, Normalizer> normalizer, Statistic statistic) {
        this(normalizer, Optional.of(statistic));
    }

    private TorchOp(Function<TorchCase, Normalizer> normalizer) {
        this(normalizer, Optional.empty());
    }

    static Optional<TorchOp> of(TorchCase torch) {
        return Optional.ofNullable(BY_NAME.get(torch.op()));
    }

    private static Normalizer batch(TorchCase torch) {
        if (!torch.flag("training") && torch.flag("track_running_stats")) {
            return frozen(torch);
        }
        return new BatchNorm(
                torch.sizes("X")[1], torch.affine(Scope.CHANNEL), torch.epsilon(), RunningRule.TORCH, Single.ERROR);
    }

    private static Normalizer frozen(TorchCase torch) {
        return new FrozenNorm(torch.running(RunningRule.TORCH), torch.affine(Scope.CHANNEL), torch.epsilon());
    }

    private static Normalizer instance(TorchCase torch) {
        if (!torch.flag("use_input_stats")) {
            return frozen(torch);
        }
        return new InstanceNorm(torch.sizes("X")[1], torch.affine(Scope.CHANNEL), torch.epsilon(), Single.ERROR);
    }

    private static Normalizer group(TorchCase torch) {
        return new GroupNorm(
                torch.sizes("X")[1], torch.number("num_groups"), torch.affine(Scope.CHANNEL), torch.epsilon());
    }

    private static Normalizer layer(TorchCase torch) {
        return new LayerNorm(
                Extent.trailing(torch.numbers("normalized_shape")), torch.affine(Scope.ELEMENT), torch.epsilon());
    }

    private static Normalizer rms(TorchCase torch) {
        return new RmsNorm(
                Extent.trailing(torch.numbers("normalized_shape")), torch.affine(Scope.ELEMENT), torch.epsilon());
    }

    private static Normalizer localResponse(TorchCase torch) {
        return new LocalResponseNorm(
                torch.number("size"),
                torch.value("alpha").orElseThrow(),
                torch.value("beta").orElseThrow(),
                torch.value("k").orElseThrow(),
                LocalResponseNorm.Window.TORCH);
    }

    private static Normalizer lp(TorchCase torch) {
        int p = (int) torch.value("p").orElseThrow().doubleValue();
        return new LpNorm(torch.number("dim"), p, torch.epsilon());
    }

    private static Object exampleAndChannel(TorchCase torch, Place place) {
        return List.of(place.at('N'), place.at('C'));
    }

    private static Object exampleAndGroup(TorchCase torch, Place place) {
        Shape shape = place.shape();
        return List.of(place.at('N'), place.at('C') / (shape.channels() / torch.number("num_groups")));
    }

    private static Object leading(TorchCase torch, Place place) {
        return place.element()
                / Arrays.stream(torch.numbers("normalized_shape")).reduce(1, (a, b) -> a * b);
    }
}
