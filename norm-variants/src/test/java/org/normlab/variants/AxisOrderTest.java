package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Variants that find the statistics of a channel by their order refuse a layout with another order. */
class AxisOrderTest {

    @ParameterizedTest
    @CsvSource({"ghost-batch,CNL", "virtual-batch,CNL", "online,CNL", "recurrent-batch,NCT", "recurrent-batch,CTN"})
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
}
