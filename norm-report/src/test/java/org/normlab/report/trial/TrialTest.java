package org.normlab.report.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;

class TrialTest {
    /** Stores are keyed by this: it may change only with a new schema of the store. */
    private static final String STANDARD_ID = "6079c9604301b777eed9b4fb01c1277d74782ac33f096850e03ce645bee68925";

    @Test
    void theStandardTrialKeepsItsId() {
        assertThat(Trial.standard().id()).isEqualTo(STANDARD_ID);
    }

    @Test
    void everyFieldReadsItsDefaultBack() {
        for (Field<?> field : Fields.all()) {
            assertThat((Object) Trial.standard().get(field)).as(field.name()).isEqualTo(field.standard());
        }
    }

    @Test
    void numbersAreOneWhateverTheirSpelling() {
        Trial trial = Trial.standard().withText(Fields.LEARNING_RATE, "0.0625");
        assertThat(Trial.standard().withText(Fields.LEARNING_RATE, "62.5e-3")).isEqualTo(trial);
        assertThat(trial.text()).contains("learning_rate=0x1.0p-4\n");
    }

    @Test
    void optionsAndListsComeBack() {
        TreeMap<String, Double> options = new TreeMap<>(Map.of("groups", 8.0, "eps", 1e-5));
        Trial trial = Trial.standard()
                .with(Fields.NORM_OPTIONS, options)
                .with(Fields.EVALUATIONS, List.of("running", "batch-8"));
        assertThat(trial.get(Fields.NORM_OPTIONS)).isEqualTo(options);
        assertThat(trial.get(Fields.EVALUATIONS)).containsExactly("running", "batch-8");
    }

    @Test
    void aValueOutOfRangeIsNamed() {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Trial.standard().with(Fields.BATCH_SIZE, 0))
                .withMessage("trial: batch_size = 0 is not allowed; use an integer from 1 on");
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Trial.standard().with(Fields.LEARNING_RATE, Double.NaN))
                .withMessageContaining("learning_rate");
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Trial.standard().with(Fields.ACTIVATION, "gelu"))
                .withMessageContaining("one of relu, tanh");
    }

    @Test
    void aTextOfOtherFieldsIsRefused() {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(() -> Trial.parse("batch_size=3\n"))
                .withMessageContaining("fields");
    }

    @Test
    void phaseAndSeedComeFromTheReplicate() {
        Trial trial = Trial.standard().with(Fields.REPLICATE, "verdict-12");
        assertThat(trial.phase()).isEqualTo("verdict");
        assertThat(trial.seed()).isEqualTo(12);
    }
}
