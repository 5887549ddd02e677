package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normlab.core.NormException;

/** Fifty calls that libtorch 2.7.1 accepts or refuses: the same verdict here on all but twelve, which are named. */
class TorchErrorsTest {
    /** Accepted there and refused here, or the reverse. */
    private static final Set<String> DIFFERENT = Set.of(
            "bn_at_1x3_train",
            "bn_at_1x3_train_running_var",
            "in_one_spatial",
            "in_f_one_spatial",
            "in_2d",
            "in_m1d_channels",
            "eps_negative_ln",
            "bn_m1d_4d",
            "bn_m2d_3d",
            "bn_m3d_4d",
            "in_m2d_5d",
            "lrn_2d");

    private static Map<String, Boolean> refusedThere() {
        Map<String, Boolean> refused = new TreeMap<>();
        TorchCase.table("errors.tsv").forEach(row -> refused.put(row[0], !row[3].equals("no error")));
        return refused;
    }

    @Test
    void everyCallIsMade() {
        assertThat(refusedThere()).hasSize(50);
        assertThat(TorchCalls.BY_ID.keySet()).isEqualTo(refusedThere().keySet());
        assertThat(DIFFERENT).hasSize(12);
    }

    @TestFactory
    Stream<DynamicTest> verdictsAreThoseOfTheReferenceButForTwelve() {
        Map<String, Boolean> refusedThere = refusedThere();
        return TorchCalls.BY_ID.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    boolean expected = refusedThere.get(call.getKey()) != DIFFERENT.contains(call.getKey());
                    assertThat(isRefused(call.getValue())).as(call.getKey()).isEqualTo(expected);
                }));
    }

    /** Refused as a fault of the user's; any other exception fails the test. */
    private static boolean isRefused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (NormException e) {
            assertThat(e).hasMessageContaining(e.argument()).hasMessageContaining(e.value());
            return true;
        }
    }
}
