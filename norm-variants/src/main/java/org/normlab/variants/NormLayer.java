package org.normlab.variants;

import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/**
 * A normalizer, its running statistics and a mode, for those who think in {@code train()} and {@code eval()}.
 *
 * <p>Starts in training. In training a forward pass updates the running statistics after it has normalized; in evaluation it uses
 * them. Of a {@link Stateful} normalizer it keeps the state after the forward; what a backward gives, as those of power and online
 * normalization do, its caller keeps: {@code stateful.keep(gradients.state())}. Not for use by several threads at once: the normalizer
 * itself is.
 */
public final class NormLayer {
    private final Normalizer normalizer;
    private Optional<RunningMoments> running;
    private Mode mode = Mode.TRAIN;

    private enum Mode {
        TRAIN,
        EVAL
    }

    private NormLayer(Normalizer normalizer, Optional<RunningMoments> running) {
        this.normalizer = normalizer;
        this.running = running;
    }

    /**
     * A layer in training, with fresh running statistics if the normalizer tracks any.
     *
     * @param normalizer shared, not copied
     * @return the layer
     */
    public static NormLayer of(Normalizer normalizer) {
        return new NormLayer(
                normalizer,
                Optional.of(normalizer).filter(Tracked.class::isInstance).map(n -> ((Tracked) n).start()));
    }

    /**
     * A layer in training that goes on from stored statistics, as {@link org.normlab.variants.transfer.State#restore} gives them:
     * {@code NormLayer.of(norm, State.restore(norm, tensors))}.
     *
     * @param normalizer shared, not copied
     * @param running its running statistics; empty if it tracks none
     * @return the layer
     * @throws NormException SHAPE if they are not those of the normalizer's channels
     */
    public static NormLayer of(Normalizer normalizer, Optional<RunningMoments> running) {
        int expected = normalizer instanceof Tracked tracked ? tracked.channels() : 0;
        int given = running.map(RunningMoments::channels).orElse(0);
        if (given != expected) {
            throw NormException.about(Kind.SHAPE, normalizer.name(), "running statistics", given + " channels")
                    .because("do not match " + expected + " channels that it tracks", "give one statistic each");
        }
        return new NormLayer(normalizer, running);
    }

    /**
     * Switches to training: statistics of the batch.
     *
     * @return this
     */
    public NormLayer train() {
        mode = Mode.TRAIN;
        return this;
    }

    /**
     * Switches to evaluation: running statistics.
     *
     * @return this
     */
    public NormLayer eval() {
        mode = Mode.EVAL;
        return this;
    }

    /**
     * Normalizes in the present mode.
     *
     * @param x not modified
     * @return the pass
     */
    public Normalized forward(Tensor x) {
        if (normalizer instanceof Tracked tracked && running.isPresent()) {
            if (mode == Mode.EVAL) {
                return tracked.frozen(running.get()).forward(x);
            }
            Normalized batch = tracked.training(running.get()).forward(x);
            running = running.map(r -> tracked.track(r, batch, tracked.start()));
            return batch;
        }
        if (normalizer instanceof Stateful stateful) {
            Normalized pass = (mode == Mode.EVAL ? stateful.evaluation() : stateful).forward(x);
            stateful.keep(pass.state());
            return pass;
        }
        return normalizer.forward(x);
    }

    /**
     * The running statistics.
     *
     * @return empty if the normalizer has none
     */
    public Optional<RunningMoments> running() {
        return running;
    }

    /**
     * The normalizer.
     *
     * @return the normalizer itself
     */
    public Normalizer normalizer() {
        return normalizer;
    }
}
