package org.normlab.report.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.report.random.Stream;

/**
 * A workload with values in it, the same for every rival.
 *
 * @param workload variant and shape
 * @param norm the normalizer, with random weight (of both signs) and bias where it has them
 * @param x the input; not modified by any rival
 * @param dy the gradient of the output; not modified
 * @param running running statistics before the pass, one a channel of the variant; of one channel where it tracks none
 */
public record Problem(Workload workload, Normalizer norm, Tensor x, Tensor dy, RunningMoments running) {
    /** Draws repeat after this many values, a prime, so that filling a large tensor takes no longer than a pass. */
    private static final int PERIOD = 65_537;

    /**
     * Standard normal values.
     *
     * @param workload variant and shape
     * @param type a tensor of the element type
     * @param stream where the values come from
     * @return the problem
     */
    static Problem standard(Workload workload, Tensor type, Stream stream) {
        Tensor x = type.like(workload.shape());
        fill(x, stream);
        return of(workload, x, stream);
    }

    /**
     * A given input; all else is drawn.
     *
     * @param workload variant and shape
     * @param x the input
     * @param stream where the values come from
     * @return the problem
     */
    public static Problem of(Workload workload, Tensor x, Stream stream) {
        Normalizer norm = blank(workload, x);
        norm.affine().weight().ifPresent(weight -> fill(weight, stream));
        norm.affine().bias().ifPresent(bias -> fill(bias, stream));
        Tensor dy = x.like(x.shape());
        fill(dy, stream);
        int channels = norm instanceof Tracked tracked ? tracked.channels() : 1;
        return new Problem(workload, norm, x, dy, running(channels, stream));
    }

    /**
     * The workload's normalizer with its first parameters, of the input's type.
     *
     * @param workload variant and shape
     * @param x an input
     * @return a normalizer of its own
     */
    public static Normalizer blank(Workload workload, Tensor x) {
        return workload.normalizer(x.isFloat32() ? Map.of() : Map.of("parameters", "float64"));
    }

    private static void fill(Tensor tensor, Stream stream) {
        double[] values = new double[Math.min(PERIOD, tensor.shape().count())];
        Arrays.setAll(values, i -> stream.gaussian());
        for (int i = 0; i < tensor.shape().count(); i++) {
            tensor.set(i, values[i % values.length]);
        }
    }

    /** Rounded to float, so that every rival starts from the same numbers. */
    private static RunningMoments running(int channels, Stream stream) {
        double[] means = new double[channels];
        double[] variances = new double[channels];
        Arrays.setAll(means, c -> (float) stream.gaussian());
        Arrays.setAll(variances, c -> (float) (0.5 + stream.uniform()));
        return RunningMoments.of(RunningRule.TORCH, means, variances, 1);
    }

    /**
     * The weight.
     *
     * @return empty if the normalizer has none
     */
    public Optional<Tensor> weight() {
        return norm.affine().weight();
    }

    /**
     * The bias.
     *
     * @return empty if the normalizer has none
     */
    public Optional<Tensor> bias() {
        return norm.affine().bias();
    }

    /**
     * Running means.
     *
     * @return one a channel
     */
    public double[] means() {
        double[] means = new double[running.channels()];
        Arrays.setAll(means, running::mean);
        return means;
    }

    /**
     * Running variances.
     *
     * @return one a channel
     */
    public double[] variances() {
        double[] variances = new double[running.channels()];
        Arrays.setAll(variances, running::variance);
        return variances;
    }
}
