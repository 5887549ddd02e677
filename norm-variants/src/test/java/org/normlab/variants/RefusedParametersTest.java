package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/** Sizes and parameters that do not belong to a variant are refused in its name. */
class RefusedParametersTest {

    private static void assertRefused(Kind kind, String start, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageStartingWith(start);
    }

    /** 3 divide 6 channels as 2 do, and would scale channels of different groups together. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6})
    void groupsHaveAnEntryEach(int entries) {
        Affine affine = Affine.identity(Affine.Scope.GROUP, entries);
        assertRefused(
                Kind.SHAPE,
                "GroupNorm: bias = C " + entries + " does not have an entry for each of 2 groups",
                () -> new GroupNorm(6, 2, affine, Epsilon.inside(1e-5)));
    }

    /** The second product is 2⁶⁴, which a long takes for 0. */
    @Test
    void moreElementsThanATensorHoldsAreRefused() {
        assertRefused(Kind.SHAPE, "LayerNorm: normalized-shape = [65536, 65536]", () -> LayerNorm.of(65536, 65536));
        assertRefused(Kind.SHAPE, "RmsNorm: normalized-shape = [65536, ", () -> RmsNorm.of(65536, 65536, 65536, 65536));
        assertRefused(Kind.SHAPE, "Extent: normalized-shape = ", () -> Extent.trailing(65536, 32768));
    }

    @Test
    void sizesAreRefusedInTheNameOfTheVariant() {
        assertRefused(Kind.OPTION, "LayerNorm: normalized-shape = [3, 0]", () -> LayerNorm.of(3, 0));
        Shape input = Shape.nc(5, 3);
        for (String id : new String[] {"layer", "rms"}) {
            assertRefused(
                    Kind.SHAPE,
                    id + ": normalized-shape = [2]",
                    () -> Variants.standard().create(id, input, Map.of("normalized-shape", "2")));
            assertRefused(
                    Kind.OPTION,
                    id + ": normalized-shape = [0]",
                    () -> Variants.standard().create(id, input, Map.of("normalized-shape", "0")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight", "weight-standardized", "scaled-weight-standardized", "spectral"})
    void vectorsAreRefusedInTheNameOfTheVariant(String id) {
        assertThatThrownBy(() -> Variants.standard()
                        .create(id, Shape.of("O", 3), Map.of())
                        .check(Shape.of("O", 3)))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("x = O 3 is no weight tensor")
                .message()
                .doesNotStartWith("FanIn");
    }
}
