package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Mode;
import org.normlab.report.net.recurrent.RecurrentNorm.Batch.Statistics;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Single;
import org.normlab.variants.recurrent.RecurrentBatchNorm;

/** What the places of a recurrent layer do with the statistics of steps. */
class StepStatisticsTest {
    private static final int WIDTH = Layers.CHANNELS;
    private static final int[] LENGTHS = {4, 2, 4, 1, 3};
    private static final int LONGEST = 4;

    private static BatchNorm batchNorm() {
        return new BatchNorm(
                WIDTH,
                Affine.identity(Affine.Scope.CHANNEL, WIDTH),
                Epsilon.inside(1e-5),
                RunningRule.TORCH,
                Single.ERROR);
    }

    /** Steps one after the other, alive rows alone, against all steps at once under a mask. */
    @Test
    void stepByStepIsRecurrentBatchNormUnderAMask() {
        Tensor x = Layers.sequences(LENGTHS.length, LONGEST, Arms.float64());
        RecurrentBatchNorm whole = new RecurrentBatchNorm(batchNorm(), LONGEST);
        Normalized masked = Mask.lengths(x.shape(), LENGTHS).on(whole).forward(x);
        RunningMoments after = whole.track(whole.start(), masked, whole.start());
        Site site = new Site("site", batchNorm(), LONGEST);
        Ragged ragged = new Ragged();
        ragged.take(LENGTHS, LONGEST);
        for (int t = 0; t < LONGEST; t++) {
            Tensor rows = rows(x, ragged, t);
            Tensor y = rows.like(rows.shape());
            site.forward(t, rows, y, Mode.TRAIN);
            assertSameRows(y, masked.output(), ragged, t);
            site.forward(t, rows, y, Mode.RUNNING);
            for (int i = 0; i < y.shape().count(); i++) {
                int c = t * WIDTH + i % WIDTH;
                double expected = (rows.get(i) - after.mean(c)) / Math.sqrt(after.variance(c) + 1e-5);
                // two ways to the moments of at most 5 values, each within a few of their last digits
                assertThat(y.get(i)).isCloseTo(expected, within(64 * Math.ulp(8.0)));
            }
        }
    }

    private static Tensor rows(Tensor x, Ragged ragged, int step) {
        Tensor rows = x.like(Shape.nc(ragged.alive(step), WIDTH));
        for (int i = 0; i < rows.shape().count(); i++) {
            rows.set(i, x.get((ragged.example(i / WIDTH) * LONGEST + step) * WIDTH + i % WIDTH));
        }
        return rows;
    }

    private static void assertSameRows(Tensor rows, Tensor all, Ragged ragged, int step) {
        for (int i = 0; i < rows.shape().count(); i++) {
            double expected = all.get((ragged.example(i / WIDTH) * LONGEST + step) * WIDTH + i % WIDTH);
            // two ways to the moments of at most 5 values, each within a few of their last digits
            assertThat(rows.get(i)).isCloseTo(expected, within(64 * Math.ulp(8.0)));
        }
    }

    @Test
    void aLoneRowIsNormalizedByRunningMomentsAndLeavesThem() {
        Site site = new Site("site", batchNorm(), 1);
        Tensor lone = Tensor.of(Shape.nc(1, WIDTH), new double[] {3, -2, 7});
        Tensor y = lone.like(lone.shape());
        for (int i = 0; i < 3; i++) {
            site.forward(0, lone, y, Mode.TRAIN);
            // running moments are still 0 and 1; the scale 1/√(1 + 1e-5) is 5e-6 below 1
            assertThat(y.get(2)).isCloseTo(7, within(7 * 5.1e-6));
        }
    }

    @Test
    void laterStepsUseTheLastRunningMoments() {
        Site site = new Site("site", batchNorm(), LONGEST);
        Tensor x = Layers.sequences(7, LONGEST, Arms.float64()).as(Shape.nc(7 * LONGEST, WIDTH));
        Tensor last = x.like(x.shape());
        Tensor later = x.like(x.shape());
        site.forward(LONGEST - 1, x, last, Mode.TRAIN);
        site.forward(LONGEST - 1, x.copy(), last, Mode.RUNNING);
        site.forward(3 * LONGEST, x.copy(), later, Mode.RUNNING);
        assertThat(later.toArray()).containsExactly(last.toArray());
        site.forward(0, x.copy(), later, Mode.RUNNING);
        assertThat(later.toArray()).isNotEqualTo(last.toArray());
    }

    /** With one step there is no difference between a layer's steps and a plain batch norm. */
    @Test
    void withOneStepAllStatisticsAreTheSame() {
        Tensor x = Layers.sequences(9, 1, Arms.float64());
        double[] shared = afterOneStep(Statistics.SHARED, x);
        assertThat(afterOneStep(Statistics.STEP, x)).containsExactly(shared);
    }

    private static double[] afterOneStep(Statistics statistics, Tensor x) {
        Recurrence layer = Layers.layer(Kind.LSTM, Layers.batch(statistics), Arms.float64());
        layer.lengths(1, 1, 1, 1, 1, 1, 1, 1, 1);
        layer.forward(x, Mode.TRAIN);
        return layer.forward(x, Mode.RUNNING).toArray();
    }
}
