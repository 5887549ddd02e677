package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/** Variants that find the statistics of a channel by their order read every order, or refuse it. */
class AxisOrderTest {

    @ParameterizedTest
    @CsvSource({"ghost-batch,CNL", "virtual-batch,CNL", "online,CNL"})
    void channelsBeforeWhatTellsStatisticsApartAreRefused(String id, String layout) {
        Shape shape = Shape.of(
                layout, layout.chars().map(c -> c == 'C' ? 3 : c == 'N' ? 4 : 5).toArray());
        Normalizer norm =
                Variants.standard().create(id, shape, id.equals("ghost-batch") ? Map.of("ghost", "2") : Map.of());
        assertThatThrownBy(() -> norm.forward(Data.random(shape)))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.SHAPE))
                .hasMessageContaining(layout)
                .hasMessageContaining("before C");
    }

    /** N and T may stand in either order: the channels of a statistic follow each other. */
    @ParameterizedTest
    @ValueSource(strings = {"virtual-batch", "online", "recurrent-batch"})
    void examplesAndStepsMayChangePlaces(String id) {
        Shape inner = Shape.of("TNC", 5, 4, 3);
        Normalizer norm = Variants.standard().create(id, inner, Map.of());
        Tensor x = Data.random(inner);
        double[] other =
                norm.forward(x.to(Shape.ntc(4, 5, 3))).output().to(inner).toArray();
        assertThat(norm.forward(x).output().toArray())
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(other);
    }

    /** Steps keep their statistics where the channels come first. */
    @ParameterizedTest
    @ValueSource(strings = {"NCT", "CTN", "TNC"})
    void recurrentBatchNormReadsEveryOrder(String layout) {
        Shape usual = Shape.ntc(4, 5, 3);
        Shape other =
                Shape.of(layout, layout.chars().map(c -> usual.size((char) c)).toArray());
        Tracked norm = (Tracked) Variants.standard().create("recurrent-batch", usual, Map.of("steps", "2"));
        Tensor x = Data.random(usual);
        RunningMoments expected = norm.track(norm.start(), norm.forward(x), norm.start());
        RunningMoments actual = norm.track(norm.start(), norm.forward(x.to(other)), norm.start());
        for (int c = 0; c < norm.channels(); c++) {
            assertThat(actual.mean(c)).isCloseTo(expected.mean(c), within(1e-15));
            assertThat(actual.variance(c)).isCloseTo(expected.variance(c), within(1e-15));
        }
        Normalizer frozen = norm.frozen(expected);
        assertThat(frozen.forward(x.to(other)).output().to(usual).toArray())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(frozen.forward(x).output().toArray());
    }
}
