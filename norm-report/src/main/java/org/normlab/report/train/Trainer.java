package org.normlab.report.train;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.normlab.report.data.DataSource;
import org.normlab.report.data.Dataset;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;
import org.normlab.variants.Variants;

/**
 * Runs trials: loads the data, builds the network, trains it and writes down what was measured. May be called by many threads at
 * once; each trial keeps to one thread, and data sets are loaded once and shared. An interruption ends a trial soon.
 */
public final class Trainer implements Function<Trial, TrialResult> {
    private final Map<String, Dataset> data = new ConcurrentHashMap<>();
    private final Variants variants;

    /** A trainer of networks with the norms of this library and of the class path. */
    public Trainer() {
        this(Variants.standard());
    }

    /**
     * A trainer of networks with the norms of a catalogue.
     *
     * @param variants where norms are found by name
     */
    public Trainer(Variants variants) {
        this.variants = variants;
    }

    /**
     * The kinds of network that trials may name.
     *
     * @return their names, in the order of lists
     */
    public static List<String> networks() {
        return Blueprint.NETWORKS;
    }

    /**
     * The networks over sequences, whose norms are special.
     *
     * @return their names, in the order of lists
     */
    public static List<String> recurrentNetworks() {
        return RecurrentBlueprint.NETWORKS;
    }

    /**
     * The network of attention over sequences, which takes the norms of layers that are passed once.
     *
     * @return its name
     */
    public static String transformer() {
        return Blueprint.TRANSFORMER;
    }

    /**
     * The norms that only recurrent networks have, beside the catalogue of variants.
     *
     * @return their names, in the order of lists
     */
    public static List<String> recurrentNorms() {
        return RecurrentBlueprint.NORMS;
    }

    /**
     * What those norms take.
     *
     * @return the names of their options
     */
    public static List<String> recurrentOptions() {
        return RecurrentBlueprint.BATCH_OPTIONS;
    }

    @Override
    public TrialResult apply(Trial trial) {
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            return alone.submit(() -> train(trial)).get();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            alone.shutdownNow();
        }
    }

    /** What the trial itself threw: a pool wraps it, sometimes twice. */
    private static RuntimeException unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException runtime) {
            return runtime.getCause() == null || runtime.getClass() != RuntimeException.class
                    ? runtime
                    : unwrapped(runtime);
        }
        return new IllegalStateException(failure);
    }

    /**
     * Runs a trial in the calling thread, so that its processor time and memory can be measured there.
     *
     * @param trial what to run
     * @return what was measured
     */
    public TrialResult train(Trial trial) {
        Dataset dataset = dataset(trial.get(Fields.DATA));
        new Unheeded(trial).refuse(dataset);
        Material material = Material.of(trial, dataset);
        Task task = new Task(
                new Blueprint(trial, material, variants).network(),
                material.parts(),
                Plans.of(trial),
                Plans.evaluations(trial),
                material.streams());
        return Written.of(trial, material, Training.run(task, Trainer::heedInterruption));
    }

    /**
     * Loads the data of trials, so that none of them is the first to find that they cannot be used.
     *
     * @param trials name the data; each set is loaded once
     * @throws org.normlab.core.NormException OPTION or SHAPE if data are wrong or too few to split, RESOURCE if they
     *     cannot be read
     */
    public void load(List<Trial> trials) {
        trials.stream()
                .map(trial -> trial.get(Fields.DATA))
                .distinct()
                .map(this::dataset)
                .forEach(Trainer::trySplit);
    }

    /** How many examples a part has does not depend on their order. */
    private static void trySplit(Dataset dataset) {
        dataset.split(IntStream.range(0, dataset.count()).toArray());
    }

    /**
     * The digest of a trial's data as this trainer sees them.
     *
     * @param trial names the data, which are loaded if they are not yet
     * @return SHA-256, 64 hexadecimal digits
     * @throws org.normlab.core.NormException OPTION or SHAPE if the data are wrong, RESOURCE if they cannot be read
     */
    public String dataSha256(Trial trial) {
        return dataset(trial.get(Fields.DATA)).origin().sha256();
    }

    private Dataset dataset(String name) {
        return data.computeIfAbsent(name, source -> DataSource.parse(source).load());
    }

    private static void heedInterruption(long done, long steps) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted at step " + done + " of " + steps);
        }
    }
}
