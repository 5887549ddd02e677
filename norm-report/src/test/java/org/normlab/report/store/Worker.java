package org.normlab.report.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normlab.report.Jvm;
import org.normlab.report.study.Planner;
import org.normlab.report.study.Runner;
import org.normlab.report.study.Setup;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * A process that runs cheap trials on a store: the second half can be planned only when the first is finished. It says
 * a line when it has claimed its first trial and waits for the end of its input, then a line after each trial that it
 * ran, and last their number. Called with the store's place and the number of trials; with 0 trials it claims one and waits to be
 * killed.
 */
final class Worker {
    private static final int LANES = 2;

    private Worker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[1]);
        try (ResultStore store = Stores.open(arguments[0])) {
            if (count == 0) {
                System.out.println(store.claim(Results.trial(0), Set.of()));
                Thread.sleep(Long.MAX_VALUE);
            }
            AtomicBoolean claimed = new AtomicBoolean();
            System.out.println(run(store, count, trial -> begun(claimed, trial), () -> System.out.println("saved")));
        }
    }

    private static TrialResult begun(AtomicBoolean claimed, Trial trial) {
        if (!claimed.getAndSet(true)) {
            System.out.println("claimed");
        }
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Results.result(trial);
    }

    /** Runs all trials, calls after each that was run here and returns their number. */
    static int run(ResultStore store, int count, Function<Trial, TrialResult> train, Runnable saved) {
        Setup setup = new Setup(LANES, Setup.FOREVER, Setup.FOREVER, Long.MAX_VALUE, Set.of());
        return new Runner(store, train, setup, (result, tally) -> saved.run())
                .run(halves(count))
                .done();
    }

    private static Planner halves(int count) {
        List<Trial> first =
                IntStream.range(0, count / 2).mapToObj(Results::trial).toList();
        List<Trial> second =
                IntStream.range(count / 2, count).mapToObj(Results::trial).toList();
        return finished -> {
            boolean half = first.stream().allMatch(trial -> finished.of(trial).isPresent());
            return half ? Stream.concat(first.stream(), second.stream()).toList() : first;
        };
    }

    static Process start(Path store, int count) throws IOException {
        return Jvm.of(Worker.class, store.toString(), String.valueOf(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
