package org.normlab.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.report.study.Ledger.Claim;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** What every store promises, whatever engine keeps it. */
interface ResultStoreContract {
    /** The place of a store that is empty before each test. */
    String location();

    private ResultStore open() {
        return Stores.open(location());
    }

    @Test
    default void aResultComesBackAfterReopening() {
        TrialResult result =
                Results.result(Results.trial(3)).timed(new Timing(1.25, new TreeMap<>(Map.of("java", "17"))));
        try (ResultStore store = open()) {
            store.save(result);
        }
        try (ResultStore store = open()) {
            assertThat(store.find(result.trial().id())).contains(result);
            assertThat(store.find(Results.trial(4).id())).isEmpty();
        }
    }

    @Test
    default void everyBitOfANumberComesBack() {
        double[] hard = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1};
        SortedMap<String, Double> numbers = new TreeMap<>();
        IntStream.range(0, hard.length).forEach(i -> numbers.put("number_" + i, hard[i]));
        numbers.put(Measures.TEST_ERROR, Double.NaN);
        Measures measures = new Measures(numbers, List.of(new Curve("hard", hard, hard)));
        TrialResult result =
                new TrialResult(Results.trial(0), Ending.diverged(5, "weight"), measures, Provenance.NONE, Timing.NONE);
        try (ResultStore store = open()) {
            store.save(result);
            assertThat(store.find(result.trial().id())).contains(result);
        }
    }

    @Test
    default void everyOutcomeIsARow() {
        try (ResultStore store = open()) {
            for (Outcome outcome : Outcome.values()) {
                Ending ending = new Ending(outcome, "because of " + outcome);
                store.save(TrialResult.without(Results.trial(outcome.ordinal()), ending));
            }
            assertThat(Results.all(store)).extracting(TrialResult::outcome).containsExactlyInAnyOrder(Outcome.values());
        }
    }

    @Test
    default void hostileNamesAreOnlyText() {
        String name = "'; DROP TABLE trial; -- \" ${x} \\ \u0130\u202e<script>";
        Trial trial = Results.trial(0).with(Fields.DATA, name);
        TrialResult result = TrialResult.without(trial, new Ending(Outcome.ERROR, "line\nwith\r\0 controls\\"));
        try (ResultStore store = open()) {
            store.save(result);
            store.enter(name, new TreeMap<>(Map.of("key", name)));
            assertThat(store.find(trial.id())).contains(result);
            assertThat(store.studies()).containsEntry(name, new TreeMap<>(Map.of("key", name)));
        }
    }

    @Test
    default void rowsComeInTheOrderOfTheirIds() {
        try (ResultStore store = open()) {
            IntStream.range(0, 300).forEach(i -> store.save(Results.result(Results.trial(i))));
            List<String> ids =
                    Results.all(store).stream().map(r -> r.trial().id()).toList();
            assertThat(ids).hasSize(300).isSorted();
        }
    }

    @Test
    default void anEqualResultIsKeptOnceAndAnotherIsRefused() {
        TrialResult first = Results.result(Results.trial(1));
        TrialResult other = new TrialResult(
                first.trial(),
                first.ending(),
                new Measures(new TreeMap<>(Map.of(Measures.TEST_ERROR, 0.5)), List.of()),
                first.provenance(),
                first.timing());
        try (ResultStore store = open()) {
            store.save(first);
            store.save(first);
            assertThatExceptionOfType(NormException.class)
                    .isThrownBy(() -> store.save(other))
                    .withMessageContaining("another result")
                    .withMessageContaining("number.test_error was");
            assertThat(Results.all(store)).containsExactly(first);
        }
    }

    @Test
    default void aFailureOfTheMachineGivesWay() {
        Trial trial = Results.trial(1);
        try (ResultStore store = open()) {
            store.save(Results.failed(trial));
            store.save(Results.result(trial));
            store.save(Results.failed(trial));
            assertThat(store.find(trial.id())).contains(Results.result(trial));
        }
    }

    @Test
    default void aTrialIsClaimedByOneUntilItIsDone() {
        Trial trial = Results.trial(2);
        try (ResultStore one = open();
                ResultStore two = open()) {
            assertThat(one.claim(trial, Set.of())).isEqualTo(Claim.MINE);
            assertThat(two.claim(trial, Set.of())).isEqualTo(Claim.TAKEN);
            one.release(trial);
            assertThat(two.claim(trial, Set.of())).isEqualTo(Claim.MINE);
            two.save(Results.result(trial));
            assertThat(one.claim(trial, Set.of())).isEqualTo(Claim.DONE);
        }
    }

    @Test
    default void aFailureIsClaimedAnewOnlyWhenAsked() {
        Trial trial = Results.trial(2);
        try (ResultStore store = open()) {
            store.save(Results.failed(trial));
            assertThat(store.claim(trial, Set.of(Outcome.TIMED_OUT))).isEqualTo(Claim.DONE);
            assertThat(store.claim(trial, Set.of(Outcome.ERROR))).isEqualTo(Claim.MINE);
            assertThat(store.find(trial.id())).isEmpty();
            store.save(Results.result(trial));
            assertThat(Results.all(store)).containsExactly(Results.result(trial));
        }
    }

    @Test
    default void claimsEndWithTheirHolder() {
        Trial trial = Results.trial(5);
        try (ResultStore one = open()) {
            try (ResultStore two = open()) {
                assertThat(two.claim(trial, Set.of())).isEqualTo(Claim.MINE);
                assertThat(one.claim(trial, Set.of())).isEqualTo(Claim.TAKEN);
            }
            assertThat(one.claim(trial, Set.of())).isEqualTo(Claim.MINE);
        }
    }

    @Test
    default void aChangedStudyIsRefusedKeyByKey() {
        SortedMap<String, String> first = new TreeMap<>(Map.of("norms", "batch layer", "samples", "512"));
        SortedMap<String, String> second =
                new TreeMap<>(Map.of("norms", "batch layer", "samples", "513", "extra", "x"));
        try (ResultStore store = open()) {
            store.enter("small", first);
            store.enter("small", first);
            assertThatExceptionOfType(NormException.class)
                    .isThrownBy(() -> store.enter("small", second))
                    .withMessageContaining("extra was absent, is x; samples was 512, is 513");
            assertThat(store.studies()).isEqualTo(new TreeMap<>(Map.of("small", first)));
        }
    }

    @Test
    default void manyThreadsMayUseOneStore() throws InterruptedException {
        try (ResultStore store = open()) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 5; t++) {
                int from = 11 * t;
                threads.add(new Thread(() ->
                        IntStream.range(from, from + 11).forEach(i -> store.save(Results.result(Results.trial(i))))));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(Results.all(store)).hasSize(55);
        }
    }

    @Test
    default void aReaderSeesWhatAWriterSaves() {
        try (ResultStore writer = open();
                ResultStore reader = Stores.openToRead(location())) {
            writer.save(Results.result(Results.trial(1)));
            assertThat(Results.all(reader)).hasSize(1);
            writer.save(Results.result(Results.trial(2)));
            assertThat(Results.all(reader)).hasSize(2);
        }
    }

    @Test
    default void theEngineSaysWhatItRestsOn() {
        try (ResultStore store = open()) {
            assertThat(store.facts().keySet().stream().collect(Collectors.joining(" ")))
                    .contains("engine");
        }
    }
}
