package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;

/** A normalizer in a network, with its running moments if it tracks any. */
final class NormPiece implements Piece {
    private final Normalizer normalizer;
    private final List<Parameter> parameters;
    private final Memo<Pass> passes = new Memo<>(this::pass);
    private Optional<RunningMoments> running;
    private Optional<Moments> gathered = Optional.empty();

    /** A forward pass over one tensor, and where its gradients go. */
    private record Pass(Normalized normalized, Gradients gradients, List<Tensor> parameterGradients) {}

    NormPiece(String name, Normalizer normalizer) {
        this.normalizer = normalizer;
        parameters = normalizer.parameters().entrySet().stream()
                .map(p -> Parameter.of(name + "." + p.getKey(), Parameter.Role.NORM, p.getValue()))
                .toList();
        running = normalizer instanceof Tracked tracked ? Optional.of(tracked.start()) : Optional.empty();
    }

    private Pass pass(Tensor x) {
        Normalizer training =
                normalizer instanceof Tracked tracked ? tracked.training(running.orElseThrow()) : normalizer;
        Normalized normalized = training.forward(x);
        Gradients gradients = normalized.gradients();
        return new Pass(
                normalized, gradients, List.copyOf(gradients.parameters().values()));
    }

    @Override
    public Shape shape(Shape input) {
        normalizer.reductionAxes(normalizer.view(input));
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        if (normalizer instanceof Tracked tracked && (mode == Mode.RUNNING || mode == Mode.PRECISE)) {
            RunningMoments given = mode == Mode.RUNNING ? running.orElseThrow() : precise();
            return tracked.frozen(given).forward(x).output();
        }
        if (normalizer instanceof Stateful stateful && (mode == Mode.RUNNING || mode == Mode.PRECISE)) {
            return stateful.evaluation().forward(x).output();
        }
        Normalized batch = passes.of(x).normalized.again();
        if (mode == Mode.TRAIN || mode == Mode.GATHER) {
            track(batch, mode);
        }
        return batch.output();
    }

    private void track(Normalized batch, Mode mode) {
        if (normalizer instanceof Tracked tracked && mode == Mode.TRAIN) {
            tracked.track(running.orElseThrow(), batch, running.orElseThrow());
        } else if (normalizer instanceof Tracked tracked) {
            Moments moments = tracked.channelMoments(batch);
            gathered =
                    Optional.of(gathered.orElse(Moments.empty(moments.size())).merge(moments));
        } else if (normalizer instanceof Stateful stateful && mode == Mode.TRAIN) {
            stateful.keep(batch.state());
        }
    }

    /** The gathered moments, biased as their own definition has it. */
    private RunningMoments precise() {
        Moments moments = gathered.orElseThrow(() -> new IllegalStateException("no moments were gathered"));
        double[] means = new double[moments.size()];
        double[] variances = new double[moments.size()];
        for (int c = 0; c < means.length; c++) {
            means[c] = moments.mean(c);
            variances[c] = moments.variance(c);
        }
        return RunningMoments.of(running.orElseThrow().rule(), means, variances, 1);
    }

    @Override
    public void forget() {
        gathered = Optional.empty();
    }

    @Override
    public boolean hasRunningMoments() {
        return normalizer instanceof Tracked || normalizer instanceof Stateful;
    }

    @Override
    public Optional<Long> valuesPerStatistic() {
        Moments moments = passes.last().normalized.moments();
        return moments.size() == 0 ? Optional.empty() : Optional.of(moments.count(0));
    }

    @Override
    public Tensor backward(Tensor dy) {
        Pass pass = passes.last();
        Gradients gradients = pass.normalized.backward(dy, pass.gradients);
        if (normalizer instanceof Stateful stateful) {
            stateful.keep(gradients.state());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Rows.add(pass.parameterGradients.get(i), parameters.get(i).gradient());
        }
        return pass.gradients.input();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
