package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/** An option that nothing would heed, or whose value has no meaning, is refused by its name. */
class OptionsTest {
    private static final Shape IMAGES = Shape.nchw(4, 6, 3, 5);

    private static Normalizer make(String id, String options) {
        Map<String, String> all = new TreeMap<>();
        for (String option : options.split(" ")) {
            all.put(option.split("=")[0], option.split("=")[1]);
        }
        return Variants.standard().create(id, IMAGES, all);
    }

    @ParameterizedTest
    @CsvSource({
        "rms, eps=machine partial=0.5, partial",
        "rms, eps=machine eps-outside=1e-8, eps-outside",
        "lp, zero=onnx eps=1e-3, eps",
        "group, groups=3 group-size=3, groups",
        "batch, rule=cumulative weight-of-new-batch=0.3, weight-of-new-batch",
        "adaln, style=cbn, style"
    })
    void whatContradictsAnotherOptionIsRefused(String id, String options, String argument) {
        assertRefused(id, options, argument);
    }

    @ParameterizedTest
    @CsvSource({
        "batch, parameters=float16, parameters",
        "pixel, parameters=double, parameters",
        "online, forward-decay=1.5, forward-decay",
        "online, backward-decay=NaN, backward-decay",
        "online, backward-decay=-0.1, backward-decay"
    })
    void aValueWithoutMeaningIsRefused(String id, String options, String argument) {
        assertRefused(id, options, argument);
    }

    private static void assertRefused(String id, String options, String argument) {
        NormException e = catchThrowableOfType(NormException.class, () -> make(id, options));
        assertThat(e).isNotNull();
        assertThat(e.kind()).isEqualTo(Kind.OPTION);
        assertThat(e.argument()).isEqualTo(argument);
    }

    @Test
    void elementTypesAreNamedInLettersOfAnySize() {
        assertThat(weightIsFloat32("float32")).isTrue();
        assertThat(weightIsFloat32("Float64")).isFalse();
    }

    private static boolean weightIsFloat32(String type) {
        return make("batch", "parameters=" + type).parameters().get("weight").isFloat32();
    }
}
