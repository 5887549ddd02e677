package org.normlab.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

class TuningTest {
    private final Map<Trial, TrialResult> finished = new HashMap<>();
    private final List<Trial> order = new ArrayList<>();

    private static Study study(String text) {
        return StudyFile.parse("study.yaml", text, Map.of(), Map.of());
    }

    private Optional<TrialResult> of(Trial trial) {
        return Optional.ofNullable(finished.get(trial));
    }

    /** Runs a plan to its end, with a validation error for each trial; NaN means that it diverges. */
    private Tuning run(Study study, ToDoubleFunction<Trial> error) {
        Tuning tuning = new Tuning(study);
        List<Trial> plan = tuning.plan(this::of);
        while (finished.keySet().containsAll(plan) ? plan.size() > order.size() : true) {
            for (Trial trial : plan) {
                if (!finished.containsKey(trial)) {
                    order.add(trial);
                    finished.put(trial, result(trial, error.applyAsDouble(trial)));
                }
            }
            plan = tuning.plan(this::of);
        }
        return tuning;
    }

    private static TrialResult result(Trial trial, double error) {
        if (Double.isNaN(error)) {
            return TrialResult.without(trial, Ending.diverged(3, "loss"));
        }
        Measures measures = new Measures(
                new TreeMap<>(Map.of(Measures.VALIDATION_ERROR, error, Measures.VALIDATION_LOSS, error)), List.of());
        return new TrialResult(trial, Ending.OK, measures, Provenance.NONE, Timing.NONE);
    }

    /** Octaves between a trial's rate and the best one, as an error. */
    private static double distance(Trial trial, int bestPower) {
        return Math.abs(Math.getExponent(trial.get(Fields.LEARNING_RATE)) - bestPower) / 64.0;
    }

    /** The one choice: its rate, that rate's place, how many were tried, and whether it is an optimum. */
    private void chosen(Tuning tuning, double rate, int place, int tried, boolean interior) {
        assertThat(tuning.choices(this::of).values())
                .extracting(Choice::rate, Choice::place, choice -> choice.rates().length, Choice::interior)
                .containsExactly(tuple(rate, place, tried, interior));
    }

    @Test
    void theBestInteriorRateIsRunOnFreshReplicates() {
        Study study = study("norm: batch\nreplicates: {tuning: 3, verdict: 5}");
        Tuning tuning = run(study, trial -> distance(trial, -3));
        assertThat(order).hasSize(9 * 3 + 5);
        assertThat(order.subList(0, 27)).allMatch(trial -> trial.phase().equals("tune"));
        assertThat(order.subList(27, 32)).allMatch(trial -> trial.phase().equals("verdict"));
        assertThat(order.subList(27, 32)).allMatch(trial -> trial.get(Fields.LEARNING_RATE) == 0x1p-3);
        chosen(tuning, 0x1p-3, 5, 9, true);
    }

    @Test
    void whenOneArmIsExtendedAllItsRivalsAre() {
        Study study = study("norms: [batch, none]\nbatch_sizes: [4, 8]\nreplicates: {tuning: 1, verdict: 1}");
        Tuning tuning = run(study, trial -> {
            boolean wide = trial.get(Fields.NORM).equals("batch") && trial.get(Fields.BATCH_SIZE) == 4;
            return distance(trial, wide ? 3 : -3);
        });
        Map<Trial, Choice> choices = tuning.choices(this::of);
        assertThat(choices).hasSize(4).allSatisfy((arm, choice) -> {
            assertThat(choice.interior()).isTrue();
            assertThat(choice.rates()).hasSize(arm.get(Fields.BATCH_SIZE) == 4 ? 13 : 9);
        });
    }

    @Test
    void anOptimumBeyondTheLimitEndsAtTheEdge() {
        Tuning tuning = run(study("replicates: {tuning: 1, verdict: 1}"), trial -> distance(trial, -40));
        assertThat(tuning.choices(this::of).values())
                .allSatisfy(choice -> assertThat(choice.rate()).isEqualTo(Rates.LEAST))
                .noneMatch(Choice::interior);
    }

    /** Equally good from 2^-3 to 2^last, and worse on both sides. */
    private static double flat(Trial trial, int last) {
        int power = Math.getExponent(trial.get(Fields.LEARNING_RATE));
        return power > last ? 1 : Math.max(0, -3 - power) / 64.0;
    }

    @Test
    void aFlatStretchIsFollowedToItsEnd() {
        Tuning tuning = run(study("replicates: {tuning: 1, verdict: 1}"), trial -> flat(trial, 2));
        chosen(tuning, 0x1p-3, 5, 13, true);
    }

    @Test
    void aFlatStretchToTheLimitIsNotInterior() {
        Tuning tuning = run(study("replicates: {tuning: 1, verdict: 1}"), trial -> flat(trial, 9));
        chosen(tuning, 0x1p-3, 5, 17, false);
    }

    /** Nothing says that larger rates would not diverge as well. */
    @Test
    void whereAllDivergeSmallerRatesAreTried() {
        Tuning tuning = run(study("replicates: {tuning: 1, verdict: 1}"), trial -> Double.NaN);
        chosen(tuning, Rates.LEAST, 0, 21, false);
    }

    @Test
    void divergedRatesCountAsWorst() {
        Tuning tuning = run(
                study("replicates: {tuning: 3, verdict: 1}"),
                trial -> trial.get(Fields.LEARNING_RATE) > 0x1p-5 ? Double.NaN : distance(trial, 2));
        assertThat(tuning.choices(this::of).values()).extracting(Choice::rate).containsExactly(0x1p-5);
    }

    @Test
    void anExploratoryGridIsFixed() {
        Study study = study("learning_rates: [0.25, 0.5]\nreplicates: {tuning: 1, quick: 3}");
        run(study, trial -> distance(trial, -9));
        assertThat(order).hasSize(2 + 3).endsWith(order.get(0).with(Fields.REPLICATE, "quick-2"));
    }

    @Test
    void withoutTuningEveryRateIsRun() {
        Study study = study("learning_rates: [0.25, 0.5]\nreplicates: {tuning: 0, verdict: 3}");
        run(study, trial -> 0.5);
        assertThat(order).hasSize(6).allMatch(trial -> trial.phase().equals("verdict"));
    }

    @Test
    void thePlanDependsOnResultsOnly() {
        Study study = study("norms: [batch, none]\nreplicates: {tuning: 1, verdict: 2}");
        Tuning tuning = run(study, trial -> distance(trial, 1));
        assertThat(new Tuning(Study.of(study.name(), study.definition())).plan(this::of))
                .isEqualTo(tuning.plan(this::of));
    }
}
