package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Network;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.SoftmaxCrossEntropy;

/** Every gradient of every recurrent layer with every norm, against extrapolated central differences in float64. */
class RecurrentGradientTest {
    private static final double STEP = 0x1p-12;
    /**
     * The extrapolated difference errs by its fifth derivative times STEP⁴/30 = 1e-16 and by the rounding of a loss near 2, 1e-15
     * after some hundred operations, over STEP = 2e-4: below 1e-8 as long as the fifth derivative stays below 1e7.
     */
    private static final double TOLERANCE = 1e-8;

    private static final int[] LABELS = {2, 0, 1, 3, 2, 1};
    /** The last step is alive in one sequence, the one before in two; one sequence has no step at all. */
    private static final int[] LENGTHS = {3, 6, 1, 0, 5, 3};

    static Stream<Arguments> layers() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Layers.norms().keySet().stream().map(norm -> Arguments.of(kind, norm)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyGradientIsTheSlopeOfTheLoss(Kind kind, String norm) {
        Tensor x = Layers.sequences(LABELS.length, 7, Arms.float64());
        Network network = Layers.network(Layers.layer(kind, Layers.norms().get(norm), Arms.float64()), Arms.float64());
        network.lengths(LENGTHS);
        Tensor logits = network.forward(x, Mode.BATCH);
        Tensor gradient = logits.like(logits.shape());
        SoftmaxCrossEntropy.lossAndGradient(logits, LABELS, gradient);
        Tensor dx = network.backward(gradient).copy();
        for (Parameter parameter : network.parameters()) {
            assertSlope(network, x, parameter.name(), parameter.value(), parameter.gradient());
        }
        assertSlope(network, x, "input", x, dx);
    }

    private static void assertSlope(Network network, Tensor x, String name, Tensor value, Tensor gradient) {
        for (int i = 0; i < value.shape().count(); i += 1 + value.shape().count() / 29) {
            int at = i;
            double kept = value.get(i);
            DoubleUnaryOperator change = step -> {
                value.set(at, kept + step);
                return loss(network, x);
            };
            double slope = (4 * difference(change, STEP) - difference(change, 2 * STEP)) / 3;
            value.set(i, kept);
            assertThat(Math.abs(gradient.get(i) - slope))
                    .as("%s[%d]: gradient %s, slope %s", name, i, gradient.get(i), slope)
                    .isLessThan(TOLERANCE);
        }
    }

    private static double difference(DoubleUnaryOperator change, double step) {
        return (change.applyAsDouble(step) - change.applyAsDouble(-step)) / (2 * step);
    }

    private static double loss(Network network, Tensor x) {
        Tensor logits = network.forward(x, Mode.BATCH);
        return SoftmaxCrossEntropy.lossAndGradient(logits, LABELS, logits.like(logits.shape()));
    }
}
