package org.normlab.report.cli.law;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.transfer.State;

/** A pass gives values and leaves everything as it was; what must be kept can be stored. */
final class PurityLaws {
    private PurityLaws() {}

    /** Input, gradient, parameters and state are read, not written. */
    static Optional<Finding> nothingIsModified(Sample sample) {
        Map<String, Tensor> before = everything(sample);
        Map<String, Tensor> copies = new TreeMap<>();
        before.forEach((name, tensor) -> copies.put(name, tensor.copy()));
        sample.normalizer().forward(sample.x()).backward(sample.dy());
        return Optional.of(compare(copies, before));
    }

    private static Map<String, Tensor> everything(Sample sample) {
        Map<String, Tensor> all = new TreeMap<>(sample.normalizer().parameters());
        all.put("input", sample.x());
        all.put("gradient of the output", sample.dy());
        if (sample.normalizer() instanceof Stateful stateful) {
            stateful.state().forEach((name, tensor) -> all.put("state " + name, tensor));
        }
        return all;
    }

    private static Finding compare(Map<String, Tensor> expected, Map<String, Tensor> got) {
        Finding worst = Finding.NONE;
        for (Map.Entry<String, Tensor> entry : expected.entrySet()) {
            worst = worst.and(Finding.same(
                    entry.getKey(),
                    entry.getValue(),
                    Optional.ofNullable(got.get(entry.getKey())).orElseThrow()));
        }
        return worst;
    }

    /** The same pass twice, and its backward twice, give the same bits. */
    static Optional<Finding> deterministic(Sample sample) {
        Normalized one = sample.normalizer().forward(sample.x());
        Normalized two = sample.normalizer().forward(sample.x().copy());
        Gradients first = one.backward(sample.dy());
        return Optional.of(Finding.same("output", one.output(), two.output())
                .and(Finding.same(
                        "d input", first.input(), two.backward(sample.dy()).input()))
                .and(Finding.same(
                        "d input again",
                        first.input(),
                        one.backward(sample.dy()).input()))
                .and(compare(first.parameters(), one.backward(sample.dy()).parameters())));
    }

    /** Parameters and state, stored after a training pass and put into a fresh normalizer, evaluate to the same bits. */
    static Optional<Finding> stored(Sample sample) {
        Normalizer normalizer = sample.normalizer();
        Optional<RunningMoments> running = trained(sample);
        Normalizer other = sample.fresh();
        Optional<RunningMoments> restored = State.restore(other, State.of(normalizer, running));
        return Optional.of(Finding.same(
                "output",
                evaluation(normalizer, running).forward(sample.x()).output(),
                evaluation(other, restored).forward(sample.x()).output()));
    }

    private static Optional<RunningMoments> trained(Sample sample) {
        return Optional.of(sample.normalizer())
                .filter(Tracked.class::isInstance)
                .map(Tracked.class::cast)
                .map(tracked -> {
                    RunningMoments start = tracked.start();
                    return tracked.track(start, tracked.training(start).forward(sample.x()), tracked.start());
                });
    }

    private static Normalizer evaluation(Normalizer normalizer, Optional<RunningMoments> running) {
        if (normalizer instanceof Tracked tracked) {
            return tracked.frozen(running.orElseThrow());
        }
        return normalizer instanceof Stateful stateful ? stateful.evaluation() : normalizer;
    }
}
