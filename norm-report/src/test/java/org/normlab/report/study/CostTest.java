package org.normlab.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

class CostTest {
    private static final long NANOS_A_STEP = 1_000_000;

    private final Trial trial = Trial.standard();

    @Test
    void theRestIsForecastFromTrialsOfTheSameKind() {
        Pace pace = new Pace();
        Trial large = trial.with(Fields.BATCH_SIZE, 64);
        Trial other = trial.with(Fields.NORM, "layer");
        Stream.of(trial, trial, trial, trial, large, other).forEach(pace::awaits);
        assertThat(pace.forecast(2).least()).isNaN();
        pace.saw(trial.with(Fields.LEARNING_RATE, 0.5), 2);
        pace.saw(trial.with(Fields.REPLICATE, "quick-1"), 4);
        pace.saw(large, 5);
        assertThat(pace.forecast(2)).isEqualTo(new Pace.Forecast((2 * 3 + 3) / 2.0, (2 * 3 + 5) / 2.0));
        pace.found(other);
        assertThat(pace.forecast(2)).isEqualTo(new Pace.Forecast(3, 3));
    }

    /** 100 steps of 1 ms and 5 points of 2 ms are 110 ms; half and twice leave room for the clock's grain. */
    @Test
    void aProbeCountsStepsAndPoints() {
        Trial hundred = trial.with(Fields.SAMPLES, 3200).with(Fields.POINTS, 5);
        Function<Trial, TrialResult> train = t -> {
            burn(t.get(Fields.SAMPLES) / t.get(Fields.BATCH_SIZE) + 2 * t.get(Fields.POINTS));
            return TrialResult.without(t, Ending.OK);
        };
        Cost cost = Cost.probe(hundred, train);
        assertThat(cost.seconds()).isBetween(0.055, 0.22);
        assertThat(cost.bytes()).isPositive();
    }

    private static void burn(int steps) {
        long end = cpu() + steps * NANOS_A_STEP;
        while (cpu() < end) {
            Thread.onSpinWait();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
