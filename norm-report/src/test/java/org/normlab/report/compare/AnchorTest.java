package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.report.train.Trainer;
import org.normlab.variants.Variants;

class AnchorTest {
    private static final List<String> RECURRENT = List.of("batch-input", "batch-shared", "batch-step");

    @Test
    void everyAnchorSpeaksOfWhatCanBeRun() {
        assertThat(Anchor.all()).hasSizeGreaterThan(10).allSatisfy(anchor -> {
            assertThat(Trainer.networks()).containsAll(anchor.networks());
            assertThat(Stream.of(anchor.lower(), anchor.higher()))
                    .allSatisfy(norm -> assertThat(RECURRENT.contains(norm)
                                    || Variants.standard().get(norm) != null)
                            .isTrue());
            assertThat(anchor.lower()).isNotEqualTo(anchor.higher());
        });
    }

    @Test
    void everyAnchorNamesItsSourceAndHowWellItIsKnown() {
        assertThat(Anchor.all()).allSatisfy(anchor -> {
            assertThat(anchor.statement()).endsWith(".");
            assertThat(anchor.source()).isNotBlank();
            assertThat(anchor.mark()).matches("[PRNAD]");
            assertThat(anchor.otherwise()).isNotBlank();
        });
    }
}
