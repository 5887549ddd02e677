package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Network;

/** Laws of padding: no value in it and no amount of it changes a bit of output, gradient or running moments. */
class PaddingTest {
    private static final int[] LENGTHS = {3, 6, 1, 2, 5, 3};
    private static final int[] LABELS = {2, 0, 1, 3, 2, 1};

    static Stream<Arguments> layers() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Layers.norms().keySet().stream().map(norm -> Arguments.of(kind, norm)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void noValueInPaddingChangesABit(Kind kind, String norm) {
        List<double[]> zeros = results(kind, norm, padded(6, 0));
        for (double padding : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -3}) {
            assertSame(zeros, results(kind, norm, padded(6, padding)));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void noAmountOfPaddingChangesABit(Kind kind, String norm) {
        assertSame(results(kind, norm, padded(6, Double.NaN)), results(kind, norm, padded(11, Double.NaN)));
    }

    private static void assertSame(List<double[]> expected, List<double[]> actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("part %d", i).containsExactly(expected.get(i));
        }
    }

    private static Tensor padded(int steps, double padding) {
        Tensor source = Layers.sequences(LENGTHS.length, 6, Arms.float32());
        Tensor x = Layers.sequences(LENGTHS.length, steps, Arms.float32());
        for (int i = 0; i < x.shape().count(); i++) {
            int t = i / Layers.CHANNELS % steps;
            int n = i / Layers.CHANNELS / steps;
            boolean valid = t < LENGTHS[n];
            x.set(i, valid ? source.get((n * 6 + t) * Layers.CHANNELS + i % Layers.CHANNELS) : padding);
        }
        return x;
    }

    /** Loss, gradients of parameters and valid inputs, and outputs by running and by gathered moments, after two steps. */
    private static List<double[]> results(Kind kind, String norm, Tensor x) {
        Network network = Layers.network(Layers.layer(kind, Layers.norms().get(norm), Arms.float32()), Arms.float32());
        network.lengths(LENGTHS);
        List<double[]> results = new ArrayList<>();
        results.add(new double[] {network.lossAndGradients(x, LABELS), network.lossAndGradients(x, LABELS)});
        network.parameters().forEach(p -> results.add(p.gradient().toArray()));
        Tensor logits = network.forward(x, Mode.GATHER);
        results.add(valid(network.backward(logits.copy())));
        results.add(network.forward(x, Mode.RUNNING).toArray());
        results.add(network.forward(x, Mode.PRECISE).toArray());
        return results;
    }

    private static double[] valid(Tensor dx) {
        int steps = dx.shape().size('T');
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < dx.shape().count(); i++) {
            int t = i / Layers.CHANNELS % steps;
            if (t < LENGTHS[i / Layers.CHANNELS / steps]) {
                values.add(dx.get(i));
            } else {
                assertThat(dx.get(i)).as("gradient of padding").isZero();
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
