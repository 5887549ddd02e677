package org.normlab.report.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.FrozenNorm;
import org.normlab.variants.Single;
import org.normlab.variants.transfer.State;

/**
 * A normalizer with the parameters and the state that were given, ready for one pass.
 *
 * @param normalizer with its parameters
 * @param running its running statistics before the pass; empty if it tracks none
 * @param mode whose statistics the pass uses
 */
record Prepared(Normalizer normalizer, Optional<RunningMoments> running, Mode mode) {
    private static final String MEAN = "running_mean";
    private static final String VARIANCE = "running_var";

    /**
     * Puts tensors into a fresh normalizer; what is not given starts as it always does.
     *
     * @param fresh overwritten
     * @param given tensors by name
     * @param state which running statistics the variant has, in the words of the catalogue; empty for both
     * @param mode as the user named it
     */
    static Prepared of(Normalizer fresh, Map<String, Tensor> given, String state, Mode mode) {
        if (fresh instanceof FrozenNorm frozen) {
            BatchNorm batch = new BatchNorm(
                    frozen.running().channels(), frozen.affine(), frozen.epsilon(), RunningRule.TORCH, Single.BIAS);
            return restored(batch, given, Mode.eval);
        }
        if (!(fresh instanceof Tracked) || mode == Mode.train) {
            return restored(fresh, given, mode);
        }
        if (!given.containsKey(MEAN) && !given.containsKey(VARIANCE)) {
            return restored(fresh, given, Mode.train);
        }
        need(fresh, given, state, MEAN);
        need(fresh, given, state, VARIANCE);
        return restored(fresh, given, mode);
    }

    private static void need(Normalizer normalizer, Map<String, Tensor> given, String state, String name) {
        if (!given.containsKey(name) && (state.isEmpty() || state.contains(name))) {
            throw NormException.about(Kind.STATE, normalizer.name(), name, "(none)")
                    .because("is missing", "give it with --param " + name + "=FILE");
        }
    }

    private static Prepared restored(Normalizer normalizer, Map<String, Tensor> given, Mode mode) {
        Optional<RunningMoments> start =
                Optional.of(normalizer).filter(Tracked.class::isInstance).map(tracked -> ((Tracked) tracked).start());
        Map<String, Tensor> all = new TreeMap<>(State.of(normalizer, start));
        all.putAll(given);
        return new Prepared(normalizer, State.restore(normalizer, all), mode);
    }

    /** Whether the mode asks for running statistics and there are none. */
    boolean fellBack(Mode asked) {
        return asked == Mode.eval && mode == Mode.train;
    }

    /** The normalizer that makes the pass. */
    Normalizer forPass() {
        if (normalizer instanceof Tracked tracked) {
            RunningMoments now = running.orElseThrow();
            return mode == Mode.eval ? tracked.frozen(now) : tracked.training(now);
        }
        return mode == Mode.eval && normalizer instanceof Stateful stateful ? stateful.evaluation() : normalizer;
    }

    /** The running statistics after the pass; an evaluation leaves them. */
    Optional<RunningMoments> after(Normalized pass) {
        return normalizer instanceof Tracked tracked && mode == Mode.train
                ? running.map(before -> tracked.track(before, pass, tracked.start()))
                : running;
    }
}
