package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Report;

/** The catalogue: every entry is described, can be made, and has the gradient that it declares. */
class VariantsTest {
    private static final Shape IMAGES = Shape.nchw(4, 6, 3, 5);
    private static final Shape SEQUENCES = Shape.ntc(4, 5, 6);
    private static final Shape GATES = Shape.nc(5, 12);
    private final Variants variants = Variants.standard();

    @Test
    void everyVariantIsDescribedAndHasTheGradientOfItsFormula() {
        StringBuilder faults = new StringBuilder();
        for (Variant variant : variants.all()) {
            String id = variant.description().id();
            assertThat(variant.description().text(Description.Field.CLASS))
                    .as(id)
                    .isNotEmpty();
            Shape shape = switch (id) {
                case "layer-lstm" -> GATES;
                case "recurrent-batch" -> SEQUENCES;
                default -> IMAGES;
            };
            Normalizer norm = variants.create(id, shape, parameters(variant));
            if (variant.description().contract() == Description.Contract.EXACT) {
                norm.parameters().values().forEach(Data::move);
                Report report = GradientCheck.ofForward(1).check(norm, Data.random(shape));
                faults.append(report.passes() ? "" : id + ": " + report + "\n");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Map<String, String> parameters(Variant variant) {
        return variant.description().options().contains("parameters") ? Map.of("parameters", "float64") : Map.of();
    }

    @Test
    void aMomentumIsRefusedWithBothMeanings() {
        assertThatThrownBy(() -> variants.create("bn", IMAGES, Map.of("momentum", "0.9")))
                .hasMessageContaining("new value in PyTorch")
                .hasMessageContaining("weight-of-new-batch");
    }

    @Test
    void unknownNamesAreRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> variants.create("batchnorm2d", IMAGES, Map.of()))
                .hasMessageContaining("ghost-batch");
        assertThatThrownBy(() -> variants.create("layer", IMAGES, Map.of("groups", "2")))
                .hasMessageContaining("normalized-shape");
        assertThatThrownBy(() -> variants.create("group", IMAGES, Map.of("groups", "4")))
                .hasMessageContaining("6, 3, 2 or 1");
    }
}
