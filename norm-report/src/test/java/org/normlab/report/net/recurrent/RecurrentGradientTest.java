package org.normlab.report.net.recurrent;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Network;
import org.normlab.report.net.Slopes;

/** Every gradient of every recurrent layer with every norm, against extrapolated central differences in float64. */
class RecurrentGradientTest {
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
        new Slopes(network, x, LABELS).assertAll();
    }
}
