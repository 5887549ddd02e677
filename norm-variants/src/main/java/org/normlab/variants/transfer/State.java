package org.normlab.variants.transfer;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/**
 * Parameters and state of a normalizer by PyTorch's names: {@code weight}, {@code bias}, {@code running_mean}, {@code running_var},
 * {@code num_batches_tracked} and a variant's own.
 *
 * <p>Running statistics are float64 and hold one entry a channel, or one a step or part and channel. {@code num_batches_tracked} is a
 * single number, 0 where it is missing, as in older checkpoints of PyTorch. Under a rule that counts batches there is
 * {@code channel_batches_tracked} too where channels have seen fewer, which PyTorch does not know.
 */
public final class State {
    private static final String MEAN = "running_mean";
    private static final String VARIANCE = "running_var";
    private static final String UPDATES = "num_batches_tracked";
    private static final String CHANNEL_UPDATES = "channel_batches_tracked";

    private State() {}

    /**
     * All that must be stored.
     *
     * @param normalizer whose parameters, and own state if it has any
     * @param running its running statistics; empty without any
     * @return copies by name
     */
    public static Map<String, Tensor> of(Normalizer normalizer, Optional<RunningMoments> running) {
        Map<String, Tensor> state = new TreeMap<>();
        normalizer.parameters().forEach((name, tensor) -> state.put(name, tensor.copy()));
        if (normalizer instanceof Stateful stateful) {
            stateful.state().forEach((name, tensor) -> state.put(name, tensor.copy()));
        }
        running.ifPresent(moments -> {
            double[] means = new double[moments.channels()];
            double[] variances = new double[moments.channels()];
            Arrays.setAll(means, moments::mean);
            Arrays.setAll(variances, moments::variance);
            state.put(MEAN, vector(means));
            state.put(VARIANCE, vector(variances));
            state.put(UPDATES, vector(moments.updates()));
            if (isUneven(moments)) {
                double[] updates = new double[moments.channels()];
                Arrays.setAll(updates, moments::updates);
                state.put(CHANNEL_UPDATES, vector(updates));
            }
        });
        return state;
    }

    /** Whether channels have seen other numbers of batches, and that matters. */
    private static boolean isUneven(RunningMoments moments) {
        return moments.rule().average() != RunningRule.Average.EXPONENTIAL
                && IntStream.range(0, moments.channels()).anyMatch(c -> moments.updates(c) != moments.updates());
    }

    private static Tensor vector(double... values) {
        return Tensor.of(Shape.of("C", values.length), values);
    }

    /**
     * Puts stored tensors into a normalizer.
     *
     * @param normalizer its parameters, and own state if it has any, are overwritten
     * @param state tensors by name; not modified
     * @return its running statistics; empty if it tracks none
     * @throws NormException STATE, before anything is overwritten, for a tensor that is missing, unknown, of another length, or not finite,
     *     and for a negative variance or number of batches
     */
    public static Optional<RunningMoments> restore(Normalizer normalizer, Map<String, Tensor> state) {
        Map<String, Tensor> targets = new TreeMap<>(normalizer.parameters());
        if (normalizer instanceof Stateful stateful) {
            targets.putAll(stateful.state());
        }
        Map<String, Integer> lengths = new TreeMap<>();
        targets.forEach((name, target) -> lengths.put(name, target.shape().count()));
        if (normalizer instanceof Tracked tracked) {
            lengths.put(MEAN, tracked.channels());
            lengths.put(VARIANCE, tracked.channels());
            lengths.put(UPDATES, 1);
            if (state.containsKey(CHANNEL_UPDATES)) {
                lengths.put(CHANNEL_UPDATES, tracked.channels());
            }
        }
        state.forEach((name, tensor) -> {
            if (!lengths.containsKey(name)) {
                throw refuse(normalizer, name, tensor.shape(), "is not known here", "store one of " + lengths.keySet());
            }
        });
        Map<String, Tensor> checked = new TreeMap<>(state);
        checked.putIfAbsent(UPDATES, vector(0));
        Stored stored = new Stored(normalizer, checked);
        lengths.forEach(stored::check);
        Optional<RunningMoments> running =
                normalizer instanceof Tracked tracked ? Optional.of(stored.running(tracked)) : Optional.empty();
        targets.forEach(
                (name, target) -> stored.get(name, target.shape().count()).copyTo(target));
        return running;
    }

    /** Tensors by name, of which none is believed. */
    private record Stored(Normalizer normalizer, Map<String, Tensor> tensors) {

        Tensor get(String name, int length) {
            Tensor tensor = tensors.get(name);
            if (tensor == null) {
                throw refuse(normalizer, name, "(none)", "is missing", "store it with " + length + " entries");
            }
            if (tensor.shape().count() != length) {
                throw refuse(
                        normalizer, name, tensor.shape(), "does not have " + length + " entries", "store one each");
            }
            return tensor;
        }

        void check(String name, int length) {
            Tensor tensor = get(name, length);
            for (int i = 0; i < length; i++) {
                double value = tensor.get(i);
                if (!Double.isFinite(value) || value < 0 && isNeverNegative(name)) {
                    throw refuse(normalizer, name + "[" + i + "]", value, "is not usable", "recompute it from data");
                }
            }
        }

        private static boolean isNeverNegative(String name) {
            return name.endsWith("_var") || name.endsWith("_count");
        }

        RunningMoments running(Tracked tracked) {
            int channels = tracked.channels();
            RunningMoments running = RunningMoments.of(
                    tracked.rule(),
                    get(MEAN, channels).toArray(),
                    get(VARIANCE, channels).toArray(),
                    (long) get(UPDATES, 1).get(0));
            return tensors.containsKey(CHANNEL_UPDATES) ? running.seen(channelUpdates(channels)) : running;
        }

        private long[] channelUpdates(int channels) {
            return Arrays.stream(get(CHANNEL_UPDATES, channels).toArray())
                    .mapToLong(updates -> (long) updates)
                    .toArray();
        }
    }

    private static NormException refuse(Normalizer normalizer, String name, Object value, String problem, String fix) {
        return NormException.about(Kind.STATE, normalizer.name(), name, value).because(problem, fix);
    }
}
