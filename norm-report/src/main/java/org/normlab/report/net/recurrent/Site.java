package org.normlab.report.net.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;

/**
 * A normalizer at one place of a recurrent layer, applied step after step with the same weight and bias.
 *
 * <p>A tracked one has running moments of its own for each of the first steps, or one for all; later steps use the last. A step with
 * fewer than two rows is normalized by running moments and leaves them as they are.
 */
final class Site {
    private static final int FEWEST = 2;

    private final Normalizer normalizer;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Tensor> stepGradients = new LinkedHashMap<>();
    private final RunningMoments[] running;
    private final Moments[] gathered;
    private final Map<Tensor, Pass> passes = new HashMap<>();
    private long gatherings;
    private long fewest;

    /** What was done with one tensor: its passes with statistics of its own and with given ones, and the last pass of either kind. */
    private static final class Pass {
        private Optional<Normalized> own = Optional.empty();
        private Optional<Normalized> given = Optional.empty();
        private long version;
        private Optional<Normalized> last = Optional.empty();
        private Optional<Gradients> gradients = Optional.empty();
    }

    /** A place of this name with running moments for so many steps, if the normalizer tracks any. */
    Site(String name, Normalizer normalizer, int steps) {
        this.normalizer = normalizer;
        normalizer.parameters().forEach((key, value) -> {
            parameters.add(Parameter.of(name + "." + key, Parameter.Role.NORM, value));
            stepGradients.put(key, value.like(value.shape()));
        });
        running = new RunningMoments[normalizer instanceof Tracked ? steps : 0];
        gathered = new Moments[running.length];
        if (normalizer instanceof Tracked tracked) {
            Arrays.setAll(running, t -> tracked.start());
            Arrays.setAll(gathered, t -> Moments.empty(tracked.channels()));
        }
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** Before the first step of a pass. */
    void begin(Mode mode) {
        if (mode != Mode.RUNNING && mode != Mode.PRECISE) {
            fewest = Long.MAX_VALUE;
        }
    }

    /** Normalizes the rows of a step into y; a tensor x always comes with the same step and y. */
    void forward(int step, Tensor x, Tensor y, Mode mode) {
        Pass pass = passes.computeIfAbsent(x, tensor -> new Pass());
        int row = Math.min(step, running.length - 1);
        if (normalizer instanceof Tracked tracked && isGiven(x, mode)) {
            long version = version(row, mode);
            if (pass.given.isPresent() && pass.version == version) {
                pass.given.get().again();
            } else {
                pass.given = Optional.of(tracked.frozen(given(row, mode)).forward(x, y));
                pass.version = version;
            }
            pass.last = pass.given;
            return;
        }
        if (pass.own.isEmpty()) {
            pass.own = Optional.of(normalizer.forward(x, y));
        } else {
            pass.own.get().again();
        }
        pass.last = pass.own;
        fewest = Math.min(fewest, pass.own.get().moments().count(0));
        if (normalizer instanceof Tracked tracked) {
            track(tracked, row, pass.own.get(), mode);
        }
    }

    private static boolean isGiven(Tensor x, Mode mode) {
        return mode == Mode.RUNNING || mode == Mode.PRECISE || x.shape().examples() < FEWEST;
    }

    /** Another number whenever given moments are others. */
    private long version(int row, Mode mode) {
        return mode == Mode.PRECISE ? -1 - gatherings : running[row].updates();
    }

    private RunningMoments given(int row, Mode mode) {
        return mode == Mode.PRECISE && gathered[row].count(0) > 0
                ? RunningMoments.population(running[row].rule(), List.of(gathered[row]))
                : running[row];
    }

    private void track(Tracked tracked, int row, Normalized batch, Mode mode) {
        if (mode == Mode.TRAIN) {
            tracked.track(running[row], batch, running[row]);
        } else if (mode == Mode.GATHER) {
            gathered[row] = gathered[row].merge(tracked.channelMoments(batch));
            gatherings++;
        }
    }

    /** The derivative at the last pass over x; adds to the gradients of weight and bias. */
    void backward(Tensor x, Tensor dy, Tensor dx) {
        Pass pass = passes.get(x);
        if (pass == null) {
            throw new IllegalStateException("no forward pass over this tensor");
        }
        if (pass.gradients.isEmpty() || pass.gradients.get().input() != dx) {
            pass.gradients = Optional.of(new Gradients(dx, stepGradients));
        }
        pass.last.orElseThrow().backward(dy, pass.gradients.get());
        int i = 0;
        for (Tensor stepGradient : stepGradients.values()) {
            add(stepGradient, parameters.get(i++).gradient());
        }
    }

    private static void add(Tensor source, Tensor target) {
        for (int i = 0; i < target.shape().count(); i++) {
            target.set(i, target.get(i) + source.get(i));
        }
    }

    /** Drops what passes with {@link Mode#GATHER} have gathered. */
    void forget() {
        if (normalizer instanceof Tracked tracked) {
            Arrays.setAll(gathered, t -> Moments.empty(tracked.channels()));
            gatherings++;
        }
    }

    boolean hasRunningMoments() {
        return running.length > 0;
    }

    /** The fewest values of one statistic in the last pass on a batch; empty if all were given. */
    Optional<Long> valuesPerStatistic() {
        return fewest == Long.MAX_VALUE ? Optional.empty() : Optional.of(fewest);
    }
}
