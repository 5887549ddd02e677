package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.check.Report;

/** The catalogue: every entry is described, can be made, and has the gradient that it declares. */
class VariantsTest {
    private static final Shape IMAGES = Shape.nchw(5, 6, 2, 3);
    private final Variants variants = Variants.standard();

    @Test
    void everyVariantIsDescribedAndHasTheGradientOfItsFormula() {
        for (Variant variant : variants.all()) {
            String id = variant.description().id();
            assertThat(variant.description().text(Description.Field.CLASS))
                    .as(id)
                    .isNotEmpty();
            Normalizer norm = variants.create(id, IMAGES, parameters(variant));
            if (variant.description().contract() == Description.Contract.EXACT) {
                Report report = GradientCheck.ofForward(1).check(norm, random());
                assertThat(report.passes()).as("%s: %s", id, report).isTrue();
            }
        }
    }

    private static Map<String, String> parameters(Variant variant) {
        return variant.description().options().contains("parameters") ? Map.of("parameters", "float64") : Map.of();
    }

    private static Tensor random() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles(IMAGES.count(), -2, 3).toArray();
        return Tensor.of(IMAGES, values);
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
