package org.normlab.variants.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.formula.Derived;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Maskable;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Channels;
import org.normlab.variants.FrozenNorm;
import org.normlab.variants.Options;

/**
 * Recurrent batch normalization: one mean and variance per time step and channel, over the examples. Departs from BatchNorm in that steps
 * share weight and bias but no statistics.
 *
 * <p>The weight starts at 0.1, so that tanh does not saturate. Running statistics are kept for the first steps; all later ones, which
 * training may never have seen, use those of the last and are merged into it. An output depends on no other step. Cooijmans et al. 2017,
 * arXiv 1603.09025.
 *
 * @param base weight, bias, ε, rule and what a single example does
 * @param steps how many steps have statistics of their own
 */
public record RecurrentBatchNorm(BatchNorm base, int steps) implements Tracked, Derived {

    /**
     * Checks the number of steps.
     *
     * @param base weight, bias, ε, rule and what a single example does
     * @param steps how many steps have statistics of their own
     * @throws org.normlab.core.NormException OPTION if it is less than 1
     */
    public RecurrentBatchNorm {
        Channels.positive("RecurrentBatchNorm", "steps", steps);
    }

    static RecurrentBatchNorm create(Options o) {
        BatchNorm base = BatchNorm.from(o, 1e-5, RunningRule.TORCH);
        base.affine().weight().ifPresent(w -> w.copyFrom(filled(w.shape().count(), 0.1)));
        return new RecurrentBatchNorm(
                base, o.integer("steps", Math.max(1, o.input().size('T'))));
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        if (!shape.allBut("NTC").isEmpty()) {
            throw NormException.about(Kind.SHAPE, "RecurrentBatchNorm", "x", shape)
                    .because("has axes besides examples, time and channels", "give NTC, or NC for one step");
        }
        return Channels.require("RecurrentBatchNorm", shape, base.channels()).axes("N");
    }

    @Override
    public int channels() {
        return steps * base.channels();
    }

    @Override
    public RunningRule rule() {
        return base.rule();
    }

    @Override
    public Moments channelMoments(Normalized batch) {
        Shape shape = batch.output().shape();
        Moments rows = Moments.empty(channels());
        for (int step = 0; step < shape.size('T'); step++) {
            int t = step;
            Moments own = Moments.concat(IntStream.range(0, base.channels())
                    .mapToObj(c -> batch.moments().range(place(shape, t, c), 1))
                    .toList());
            rows = rows.merge(row(Math.min(step, steps - 1) * base.channels(), own));
        }
        return rows;
    }

    /** Where the statistic of a step and channel lies in memory order. */
    private static int place(Shape shape, int step, int channel) {
        boolean channelsFirst = shape.layout().indexOf('C') < shape.layout().indexOf('T');
        return channelsFirst ? channel * shape.size('T') + step : step * shape.channels() + channel;
    }

    /** Moments of all steps that are empty but for one. */
    private Moments row(int from, Moments step) {
        Moments before = Moments.empty(from);
        return Moments.concat(List.of(before, step, Moments.empty(channels() - from - step.size())));
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return new Frozen(this, running);
    }

    /**
     * One step at evaluation, which folds into the layer before it.
     *
     * @param running statistics of all steps
     * @param step its number from 0; those without statistics of their own use the last
     * @return a normalizer for the examples and channels of that step
     * @throws NormException OPTION if the step is negative
     */
    public FrozenNorm step(RunningMoments running, int step) {
        if (step < 0) {
            throw NormException.about(Kind.OPTION, "RecurrentBatchNorm", "step", step)
                    .because("is negative", "count steps from 0");
        }
        int row = Math.min(step, steps - 1);
        return new FrozenNorm(running.range(row * base.channels(), base.channels()), affine(), epsilon());
    }

    /** Evaluation with one row of statistics a step. */
    private record Frozen(RecurrentBatchNorm base, RunningMoments running) implements Derived, Maskable {
        @Override
        public int fewest() {
            return 1;
        }

        @Override
        public Normalized forward(Tensor x, Tensor y) {
            return rows(x.shape()).forward(x, y);
        }

        @Override
        public Normalizer masked(Mask mask) {
            return mask.on(rows(mask.shape()));
        }

        private Normalizer rows(Shape shape) {
            int width = base.base.channels();
            double[] means = new double[shape.size('T') * width];
            double[] variances = new double[means.length];
            for (int k = 0; k < means.length; k++) {
                int row = Math.min(k / width, base.steps - 1) * width;
                int place = place(shape, k / width, k % width);
                means[place] = running.mean(row + k % width);
                variances[place] = running.variance(row + k % width);
            }
            return new FrozenSteps(RunningMoments.of(RunningRule.TORCH, means, variances, 1), affine(), epsilon());
        }
    }
}
