package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void anAliasOfAStyleBringsTheStyle() {
        for (String style : List.of("adain", "cbn", "adaln", "film")) {
            assertThat(output(style, IMAGES, Map.of()))
                    .as(style)
                    .isEqualTo(output("adaptive", IMAGES, Map.of("style", style)))
                    .isEqualTo(output(style, IMAGES, Map.of("style", style)));
        }
        assertThat(output("film", GATES, Map.of())).isEqualTo(output("adaptive", GATES, Map.of("style", "film")));
        assertThatThrownBy(() -> variants.create("adaln", IMAGES, Map.of("style", "film")))
                .hasMessage("adaln: style = film contradicts the name, which says adaln; leave it out or use adaptive");
    }

    private double[] output(String name, Shape shape, Map<String, String> options) {
        Normalizer norm = variants.create(name, shape, options);
        norm.parameters().values().forEach(Data::move);
        return norm.forward(Data.random(shape)).output().toArray();
    }

    /** A variant whose name nobody could type. */
    public static final class Loud implements Variant {
        @Override
        public Description description() {
            return Description.of("myNorm");
        }

        @Override
        public Normalizer create(Options options) {
            return new NoNorm();
        }
    }

    @Test
    void aNameWithCapitalsIsRefusedBecauseItWouldNotBeFound(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Variant.class.getName()), Loud.class.getName());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Loud.class.getClassLoader())) {
            assertThatThrownBy(() -> Variants.from(loader))
                    .hasMessage("Variants: name = myNorm has capitals, but names are looked up in small letters;"
                            + " call it mynorm");
        }
    }
}
