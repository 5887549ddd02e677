package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;

/** Every gradient of every network with every norm, against extrapolated central differences in float64. */
class NetworkGradientTest {
    private static final double STEP = 0x1p-12;
    /**
     * The extrapolated difference errs by its fifth derivative times STEP⁴/30 = 1e-16 and by the rounding of a loss near 2, 1e-15
     * after some hundred operations, over STEP = 2e-4: below 1e-8 as long as the fifth derivative stays below 1e7.
     */
    private static final double TOLERANCE = 1e-8;

    private static final int[] LABELS = {2, 0, 1, 1, 2};

    static Stream<Arguments> networks() {
        return Arms.all().keySet().stream()
                .flatMap(norm -> Stream.of("mlp", "mlp-after", "resmlp", "cnn", "cnn-after")
                        .filter(network -> network.startsWith("cnn") || !norm.equals("instance"))
                        .map(network -> Arguments.of(network, norm)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyGradientIsTheSlopeOfTheLoss(String name, String norm) {
        Tensor x = images();
        Network network = network(name, norm);
        network.lossAndGradients(x, LABELS);
        for (Parameter parameter : network.parameters()) {
            assertSlope(network, x, parameter.name(), parameter.value(), parameter.gradient());
        }
        Tensor logits = network.forward(x, Mode.TRAIN);
        Tensor gradient = logits.like(logits.shape());
        SoftmaxCrossEntropy.lossAndGradient(logits, LABELS, gradient);
        assertSlope(network, x, "input", x, network.backward(gradient).copy());
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

    private static Network network(String name, String norm) {
        Recipe before = Arms.recipe(Arms.all().get(norm), Activation.TANH, Arms.float64());
        Recipe after = new Recipe(
                before.norm(), Placement.AFTER_ACTIVATION, Activation.SIGMOID, before.dropout(), before.start());
        Shape image = Shape.nchw(1, 2, 6, 5);
        Function<Recipe, Network> perceptron = recipe -> Networks.mlp(image, List.of(8, 6), 3, recipe);
        Function<Recipe, Network> convolutional = recipe -> Networks.cnn(image, List.of(4, 6), 3, recipe);
        return switch (name) {
            case "mlp" -> perceptron.apply(before);
            case "mlp-after" -> perceptron.apply(after);
            case "resmlp" -> Networks.residualMlp(image, List.of(6, 6, 6, 6), 3, before);
            case "cnn" -> convolutional.apply(before);
            default -> convolutional.apply(after);
        };
    }

    private static Tensor images() {
        Shape shape = Shape.nchw(LABELS.length, 2, 6, 5);
        double[] values = new double[shape.count()];
        var draws = Streams.root(1).open("test");
        for (int i = 0; i < values.length; i++) {
            values[i] = draws.gaussian();
        }
        return Tensor.of(shape, values);
    }
}
