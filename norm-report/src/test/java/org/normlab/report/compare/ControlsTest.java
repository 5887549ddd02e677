package org.normlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.normlab.report.stats.Bca;
import org.normlab.report.stats.Paired;
import org.normlab.report.stats.SignFlip;
import org.normlab.report.stats.verdict.Evidence;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Looks;
import org.normlab.report.stats.verdict.Rule;
import org.normlab.report.stats.verdict.Verdict;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Trial;

/** Real training under the rules of the verdict tier: what must be found is found, and nothing where there is nothing. */
class ControlsTest {
    private static final int REPLICATES = 12;
    private static final double POINTS = 100;
    private static final double RATE = 0x1p-4;
    private static final Trial BATCH_NORM = Trial.standard()
            .with(Fields.NORM, "batch")
            .with(Fields.BATCH_SIZE, 32)
            .with(Fields.SAMPLES, 2048)
            .with(Fields.POINTS, 0)
            .with(Fields.LEARNING_RATE, RATE);

    private final Trainer trainer = new Trainer();

    @Test
    void batchNormIsNotBetterThanItselfWithOtherSeeds() {
        assertThat(verdict(BATCH_NORM, BATCH_NORM.with(Fields.ROOT_SEED, 2L)))
                .isIn(Verdict.INCONCLUSIVE, Verdict.EQUIVALENT);
    }

    @Test
    void aLearningRateThatIsMuchTooSmallIsFound() {
        assertThat(verdict(BATCH_NORM, BATCH_NORM.with(Fields.LEARNING_RATE, RATE / 32)))
                .isEqualTo(Verdict.SUPPORTED);
    }

    /** The verdict on the first being lower than the second by a point or more. */
    private Verdict verdict(Trial first, Trial second) {
        double[] gains = new double[REPLICATES];
        Arrays.setAll(gains, i -> POINTS * (error(second, i) - error(first, i)));
        Paired paired = Paired.of(gains);
        Evidence evidence = Evidence.of(paired, Bca.ofMean(paired, Looks.DECIDING, 1), SignFlip.p(paired, 1));
        return Judgement.of(new Rule.Superiority(1), evidence, Set.of()).verdict();
    }

    private double error(Trial arm, int replicate) {
        return trainer.apply(arm.with(Fields.REPLICATE, "verdict-" + replicate))
                .number(Measures.TEST_ERROR)
                .orElseThrow();
    }
}
