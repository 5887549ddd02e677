package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;

/** Parameters and state made for one shape are refused on a shape that needs other lengths. */
class LengthsTest {
    private static final Shape[] IMAGES = {
        Shape.nchw(4, 5, 3, 7),
        Shape.nchw(4, 3, 3, 7),
        Shape.nchw(4, 7, 3, 7),
        Shape.nchw(9, 5, 3, 7),
        Shape.nchw(2, 5, 3, 7),
        Shape.nc(4, 5)
    };
    private static final Shape[] WEIGHTS = {
        Shape.of("OI", 4, 6),
        Shape.of("OI", 6, 4),
        Shape.of("OI", 3, 8),
        Shape.of("OI", 2, 3),
        Shape.of("OIHW", 4, 3, 2, 5)
    };
    private final Set<String> checked = new TreeSet<>();

    @Test
    void anotherLengthIsRefusedAsAShape() {
        for (Shape[] family : new Shape[][] {IMAGES, WEIGHTS}) {
            for (Shape made : family) {
                for (Shape given : family) {
                    Variants.standard().all().forEach(variant -> check(variant, made, given));
                }
            }
        }
        assertThat(checked)
                .contains("filter-response", "global-response", "switchable", "batch-instance", "adaptive")
                .contains("weight", "scaled-weight-standardized", "spectral")
                .hasSizeGreaterThan(25);
    }

    private void check(Variant variant, Shape made, Shape given) {
        String id = variant.description().id();
        Optional<Normalizer> norm = make(id, made);
        Optional<Normalizer> fitting = make(id, given);
        if (norm.isPresent() && fitting.isPresent() && !lengths(norm.get()).equals(lengths(fitting.get()))) {
            checked.add(id);
            Throwable refusal = catchThrowable(() -> norm.get().forward(Data.random(given)));
            assertThat(refusal)
                    .as("%s made for %s on %s", id, made, given)
                    .isInstanceOfSatisfying(
                            NormException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SHAPE));
        }
    }

    private static Optional<Normalizer> make(String id, Shape shape) {
        try {
            return Optional.of(Variants.standard().create(id, shape, Map.of()));
        } catch (NormException noMeaning) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> lengths(Normalizer norm) {
        Map<String, Tensor> all = new TreeMap<>(norm.parameters());
        if (norm instanceof Stateful stateful) {
            all.putAll(stateful.state());
        }
        Map<String, Integer> lengths = new TreeMap<>();
        all.forEach((name, tensor) -> lengths.put(name, tensor.shape().count()));
        return lengths;
    }
}
