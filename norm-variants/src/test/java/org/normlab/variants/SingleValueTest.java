package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Gradients;
import org.normlab.core.NormException;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.transfer.State;

/** Every variant that takes {@code single=bias} gives the bias for a single value, no gradient but the bias's, and keeps its state. */
class SingleValueTest {

    static Stream<String> variants() {
        return Variants.standard().all().stream()
                .map(Variant::description)
                .filter(description -> description.options().contains("single"))
                .map(Description::id);
    }

    private static Shape shape(String id, int examples) {
        return switch (id) {
            case "instance", "batch-instance", "adaptive" -> Shape.ncl(examples, 3, examples);
            case "recurrent-batch" -> Shape.ntc(examples, 2, 3);
            default -> Shape.nc(examples, 3);
        };
    }

    private static Normalizer make(String id, Shape shape, String single) {
        Map<String, String> options = new TreeMap<>(Map.of("single", single, "parameters", "float64"));
        if (id.equals("split-batch")) {
            options.put("splits", "1");
        }
        if (id.equals("batch-channel")) {
            options.put("groups", "1");
        }
        if (id.equals("instance")) {
            options.put("affine", "channel");
        }
        Normalizer norm = Variants.standard().create(id, shape, options);
        norm.parameters().values().forEach(Data::move);
        return norm;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aSingleValueGivesTheBias(String id) {
        Shape one = shape(id, 1);
        Normalizer norm = make(id, one, "bias");
        Normalized pass = norm.forward(Data.random(one, 3));
        double[] y = pass.output().toArray();
        assertThat(norm.forward(Data.random(one, 4)).output().toArray()).isEqualTo(y);
        Tensor dy = Data.random(one, 5);
        Gradients gradients = pass.backward(dy);
        assertZero(gradients.input());
        if (!id.equals("batch-channel")) { // groups normalize the biases
            double[] bias = norm.parameters().get("bias").toArray();
            assertThat(y).isEqualTo(repeat(bias, y.length));
            assertThat(Arrays.stream(gradients.parameter("bias").toArray()).sum())
                    .isEqualTo(Arrays.stream(dy.toArray()).sum());
        }
        gradients.parameters().entrySet().stream()
                .filter(p -> !p.getKey().endsWith("bias") && !p.getKey().startsWith("group"))
                .forEach(p -> assertZero(p.getValue()));
    }

    /** Zero of either sign. */
    private static void assertZero(Tensor tensor) {
        for (double value : tensor.toArray()) {
            assertThat(value).isZero();
        }
    }

    private static double[] repeat(double[] values, int length) {
        double[] repeated = new double[length];
        Arrays.setAll(repeated, i -> values[i % values.length]);
        return repeated;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aSingleValueMovesNoState(String id) {
        Normalizer norm = make(id, shape(id, 5), "bias");
        if (id.equals("adaptive")) {
            return; // its parameters are those of a batch, and it keeps nothing
        }
        Map<String, double[]> before = train(norm, shape(id, 5), Optional.empty());
        Optional<RunningMoments> running = running(norm, shape(id, 5), Optional.empty());
        Map<String, double[]> after = train(norm, shape(id, 1), running);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
    }

    private static Optional<RunningMoments> running(Normalizer norm, Shape shape, Optional<RunningMoments> before) {
        return Optional.of(norm).filter(Tracked.class::isInstance).map(n -> {
            Tracked tracked = (Tracked) n;
            RunningMoments start = before.orElseGet(tracked::start);
            return tracked.track(start, tracked.training(start).forward(Data.random(shape)), tracked.start());
        });
    }

    private static Map<String, double[]> train(Normalizer norm, Shape shape, Optional<RunningMoments> before) {
        if (norm instanceof Stateful stateful) {
            stateful.keep(stateful.forward(Data.random(shape)).state());
        }
        Map<String, double[]> state = new TreeMap<>();
        State.of(norm, running(norm, shape, before)).forEach((name, tensor) -> state.put(name, tensor.toArray()));
        return state;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void itIsRefusedOtherwise(String id) {
        Normalizer norm = make(id, shape(id, 1), "error");
        assertThatThrownBy(() -> norm.forward(Data.random(shape(id, 1))))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.TOO_FEW));
    }

    /** A single value of the batch is a single position, which is refused whatever the batch. */
    @Test
    void evoNormHasNoSuchChoice() {
        assertThatThrownBy(() -> Variants.standard().create("evonorm-b0", Shape.ncl(2, 3, 5), Map.of("single", "bias")))
                .hasMessageContaining("is not an option");
    }
}
