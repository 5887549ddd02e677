package org.normlab.report.net;

import java.util.List;
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
        new Slopes(network(name, norm), images(), LABELS).assertParameters().assertInputs();
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
