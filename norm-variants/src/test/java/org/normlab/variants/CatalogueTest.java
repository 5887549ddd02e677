package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.Description.Field;
import org.normlab.variants.contract.Catalogued;

/** What the catalogue says about its variants as a whole. */
class CatalogueTest {
    private static final Shape SEQUENCES = Shape.ntc(4, 5, 8);
    private final Variants variants = Variants.standard();

    @Test
    void everyVariantIsHeldToTheContract() throws Exception {
        Set<String> held = contracts();
        for (Variant variant : variants.all()) {
            Description description = variant.description();
            assertThat(held)
                    .as("a contract of %s: a group of CatalogueProperties, or a class", description.id())
                    .containsAnyOf(description.id(), description.text(Field.CLASS) + "Properties");
        }
    }

    /** Names of groups as ids, and of test classes as they are. */
    private static Set<String> contracts() throws Exception {
        Stream<String> groups = Arrays.stream(CatalogueProperties.class.getDeclaredClasses())
                .filter(Catalogued.class::isAssignableFrom)
                .map(group -> Catalogued.id(group.getSimpleName()));
        return Stream.concat(groups, classes()).collect(Collectors.toSet());
    }

    private static Stream<String> classes() throws Exception {
        Path tests = Path.of(CatalogueTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(tests)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Properties.class"))
                    .map(name -> name.replace(".class", ""))
                    .toList()
                    .stream();
        }
    }

    @Test
    void whatDependsOnOtherExamplesDoesSo() {
        Tensor x = Data.random(SEQUENCES);
        int example = SEQUENCES.count() / SEQUENCES.examples();
        Tensor moved = x.copy();
        for (int i = 0; i < example; i++) {
            moved.set(i, 3 - 2 * x.get(i));
        }
        for (Variant variant : variants.all()) {
            if (variant.description().mixesExamples()) {
                Normalizer norm = variants.create(variant.description().id(), SEQUENCES, Map.of());
                double[] before = norm.forward(x).output().toArray();
                double[] after = norm.forward(moved).output().toArray();
                assertThat(Arrays.copyOfRange(after, example, after.length))
                        .as(variant.description().id())
                        .isNotEqualTo(Arrays.copyOfRange(before, example, before.length));
            }
        }
    }
}
