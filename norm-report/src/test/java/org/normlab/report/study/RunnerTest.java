package org.normlab.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.normlab.core.NormException;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

@Timeout(60)
class RunnerTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private final Setup setup = threads(3);

    private static Setup threads(int count) {
        return new Setup(count, Setup.FOREVER, Setup.FOREVER, Long.MAX_VALUE, Set.of());
    }

    private static Trial trial(int number) {
        return Trial.standard().with(Fields.REPLICATE, "quick-" + number);
    }

    private static Planner first(int count) {
        List<Trial> trials =
                IntStream.range(0, count).mapToObj(RunnerTest::trial).toList();
        return finished -> trials;
    }

    private static TrialResult good(Trial trial) {
        return TrialResult.without(trial, Ending.OK);
    }

    private Runner runner(Function<Trial, TrialResult> train, Setup how) {
        return new Runner(ledger, train, how, (result, tally) -> {});
    }

    @Test
    void everyTrialIsRunOnceAndHeardOf() {
        AtomicInteger runs = new AtomicInteger();
        List<Tally> heard = new ArrayList<>();
        Function<Trial, TrialResult> train = trial -> {
            runs.incrementAndGet();
            return good(trial);
        };
        Tally tally = new Runner(ledger, train, setup, (result, soFar) -> heard.add(soFar)).run(first(11));
        assertThat(runs).hasValue(11);
        assertThat(heard)
                .extracting(Tally::done)
                .isEqualTo(IntStream.rangeClosed(1, 11).boxed().toList());
        assertThat(tally.complete()).isTrue();
        assertThat(tally.ended()).isEqualTo(Map.of(Outcome.OK, 11));
        assertThat(runner(train, setup).run(first(13)).found()).isEqualTo(11);
        assertThat(runs).hasValue(13);
    }

    @Test
    void aResultSaysWhenAndWhereItWasMade() {
        runner(RunnerTest::good, setup).run(first(1));
        Map<String, String> facts =
                ledger.find(trial(0).id()).orElseThrow().timing().facts();
        assertThat(facts)
                .containsOnlyKeys("start", "java", "system", "processor", "kernel", "matrix product", "memory", "host")
                .containsEntry("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        assertThat(facts.get("start")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(facts.get("host")).matches("[0-9a-f]{12}");
    }

    /** Seven trials, of which the next is known when all before it are finished. */
    private static List<Trial> growing(Finished finished) {
        int done = 0;
        while (finished.of(trial(done)).isPresent()) {
            done++;
        }
        return IntStream.rangeClosed(0, Math.min(done, 6))
                .mapToObj(RunnerTest::trial)
                .toList();
    }

    @Test
    void aPlanThatGrowsIsFollowedToItsEnd() {
        assertThat(runner(RunnerTest::good, setup).run(RunnerTest::growing).done())
                .isEqualTo(7);
    }

    @Test
    void aLimitThatComesBeforeThePlanGrowsDoesNotCompleteIt() {
        Setup limited = new Setup(3, Setup.FOREVER, Setup.FOREVER, 4, Set.of());
        Tally tally = runner(RunnerTest::good, limited).run(RunnerTest::growing);
        assertThat(tally.done()).isEqualTo(4);
        assertThat(tally.left()).isEqualTo(1);
        assertThat(tally.complete()).isFalse();
    }

    @Test
    void everyEndIsAnOutcome() {
        Map<Long, RuntimeException> thrown = Map.of(
                0L, new IllegalStateException("broken"),
                1L,
                        NormException.about(NormException.Kind.TOO_FEW, "norm", "m", 1)
                                .because("is few", "use more"),
                2L,
                        NormException.about(NormException.Kind.RESOURCE, "data", "file", "x")
                                .because("is gone", "get it"));
        Function<Trial, TrialResult> train = trial -> {
            if (thrown.containsKey(trial.seed())) {
                throw thrown.get(trial.seed());
            }
            throw new StackOverflowError();
        };
        Tally tally = runner(train, setup).run(first(4));
        assertThat(tally.ended()).isEqualTo(Map.of(Outcome.ERROR, 3, Outcome.SKIPPED, 1));
        assertThat(ledger.find(trial(0).id()).orElseThrow().ending().reason())
                .isEqualTo("java.lang.IllegalStateException: broken");
    }

    @Test
    void failuresAreRunAnewWhenAsked() {
        runner(
                        trial -> {
                            throw new IllegalStateException();
                        },
                        setup)
                .run(first(3));
        assertThat(runner(RunnerTest::good, setup).run(first(3)).done()).isZero();
        Setup again = new Setup(2, Setup.FOREVER, Setup.FOREVER, Long.MAX_VALUE, Set.of(Outcome.ERROR));
        assertThat(runner(RunnerTest::good, again).run(first(3)).ended()).isEqualTo(Map.of(Outcome.OK, 3));
    }

    @Test
    void whatIsTooMuchBesideOthersIsTriedAlone() {
        AtomicInteger running = new AtomicInteger();
        Set<Trial> tried = ConcurrentHashMap.newKeySet();
        Function<Trial, TrialResult> train = trial -> {
            boolean alone = running.incrementAndGet() == 1;
            try {
                if (trial.seed() == 5 || trial.seed() < 3 && tried.add(trial)) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return trial.seed() < 3 && !alone
                        ? TrialResult.without(trial, Ending.diverged(0, "neighbours"))
                        : good(trial);
            } finally {
                running.decrementAndGet();
            }
        };
        Tally tally = runner(train, setup).run(first(6));
        assertThat(tally.ended()).isEqualTo(Map.of(Outcome.OK, 5, Outcome.OUT_OF_MEMORY, 1));
        assertThat(tally.complete()).isTrue();
    }

    @Test
    void aTrialThatTakesTooLongIsTimedOut() {
        Setup limited = new Setup(2, Duration.ofMillis(300), Setup.FOREVER, Long.MAX_VALUE, Set.of());
        Function<Trial, TrialResult> train = trial -> {
            if (trial.seed() == 1) {
                sleep(Long.MAX_VALUE);
            }
            return good(trial);
        };
        assertThat(runner(train, limited).run(first(4)).ended()).isEqualTo(Map.of(Outcome.OK, 3, Outcome.TIMED_OUT, 1));
    }

    @Test
    void shortNeighboursDoNotPostponeTheLimit() {
        Setup limited = new Setup(2, Duration.ofMillis(300), Setup.FOREVER, Long.MAX_VALUE, Set.of());
        Function<Trial, TrialResult> train = trial -> {
            sleep(trial.seed() == 0 ? Long.MAX_VALUE : 20);
            return good(trial);
        };
        List<Outcome> heard = new ArrayList<>();
        new Runner(ledger, train, limited, (result, tally) -> heard.add(result.outcome())).run(first(60));
        assertThat(heard).hasSize(60).contains(Outcome.TIMED_OUT).endsWith(Outcome.OK);
    }

    /** The same two seconds for every trial, of which three run at a time. */
    @Test
    void theForecastCountsWhatIsLeft() {
        List<Tally> heard = new ArrayList<>();
        Function<Trial, TrialResult> train = trial -> good(trial).timed(new Timing(2, Collections.emptySortedMap()));
        new Runner(ledger, train, setup, (result, soFar) -> heard.add(soFar)).run(first(7));
        assertThat(heard)
                .extracting(Tally::leastSeconds)
                .containsExactly(12 / 3.0, 10 / 3.0, 8 / 3.0, 6 / 3.0, 4 / 3.0, 2 / 3.0, 0.0);
        assertThat(heard).allSatisfy(tally -> assertThat(tally.mostSeconds()).isEqualTo(tally.leastSeconds()));
    }

    @Test
    void stoppingSavesWhatRunsAndHaltingDropsIt() {
        ConcurrentLinkedQueue<Runner> itself = new ConcurrentLinkedQueue<>();
        Runner stopped = runner(
                trial -> {
                    itself.element().stop();
                    return good(trial);
                },
                threads(1));
        itself.add(stopped);
        Tally tally = stopped.run(first(5));
        assertThat(tally.done()).isEqualTo(1);
        assertThat(tally.complete()).isFalse();

        itself.clear();
        Runner halted = runner(
                trial -> {
                    itself.element().halt();
                    sleep(Long.MAX_VALUE);
                    return good(trial);
                },
                setup);
        itself.add(halted);
        assertThat(halted.run(first(5)).done()).isZero();
        assertThat(ledger.claims).isEmpty();
    }

    @Test
    void aLimitOfTrialsIsKept() {
        Setup limited = new Setup(3, Setup.FOREVER, Setup.FOREVER, 4, Set.of());
        Tally tally = runner(RunnerTest::good, limited).run(first(9));
        assertThat(tally.done()).isEqualTo(4);
        assertThat(tally.left()).isEqualTo(5);
    }

    @Test
    void trialsOfAnotherProcessAreWaitedFor() throws InterruptedException {
        ledger.claims.add(trial(1));
        Thread other = new Thread(() -> {
            sleep(300);
            ledger.save(good(trial(1)));
        });
        other.start();
        Tally tally = runner(RunnerTest::good, setup).run(first(3));
        other.join();
        assertThat(tally.done()).isEqualTo(2);
        assertThat(tally.found()).isEqualTo(1);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
