package org.normlab.variants.batch;

import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Options;

/**
 * Batch renormalization: batch normalization corrected towards the running statistics. Departs from BatchNorm by a factor and a shift.
 *
 * <p>y = (x̂·ρ + d)·weight + bias with ρ = clip(σ_B/σ, rmin, rmax), d = clip((μ_B − running mean)/σ, ±dmax), σ_B = √(v + ε) and
 * σ = √(running variance + ε). ρ and d carry no gradient. Running standard deviations are averaged, not variances. Ioffe 2017, arXiv
 * 1702.03275; without clips, as Keras, an output depends on the running statistics alone, but the gradient is that of batch normalization.
 *
 * @param base weight, bias, ε and rule
 * @param clips bounds of ρ and d
 * @param running what batches are corrected towards; read anew by each pass
 */
public record BatchRenorm(BatchNorm base, Clips clips, RunningMoments running) implements BatchBased, Formula {

    /**
     * Bounds.
     *
     * @param least of ρ
     * @param most of ρ; the paper ramps it from 1 to 3
     * @param shift of |d|; the paper ramps it from 0 to 5
     */
    public record Clips(double least, double most, double shift) {
        /**
         * Checks the order.
         *
         * @param least of ρ
         * @param most of ρ; the paper ramps it from 1 to 3
         * @param shift of |d|; the paper ramps it from 0 to 5
         * @throws NormException OPTION if the most is below the least or the shift is negative
         */
        public Clips {
            if (!(most >= least) || !(shift >= 0)) {
                throw NormException.about(Kind.OPTION, "BatchRenorm", "clips", least + ", " + most + ", " + shift)
                        .because("are not in order", "let rmin be at most rmax, and dmax at least 0");
            }
        }
    }

    static BatchRenorm create(Options o) {
        BatchNorm base = BatchNorm.from(o, 1e-3, RunningRule.KERAS);
        Clips clips = new Clips(
                o.number("rmin", 0),
                o.number("rmax", Double.POSITIVE_INFINITY),
                o.number("dmax", Double.POSITIVE_INFINITY));
        return new BatchRenorm(base, clips, base.start());
    }

    @Override
    public Point at(Sample sample) {
        Normalized batch = sample.forward(BatchBased.bare(base));
        Slices channels = sample.channels();
        Moments moments = batch.moments();
        double[] factor = new double[channels()];
        double[] shift = new double[channels()];
        for (int c = 0; c < channels(); c++) {
            double sigma = deviation(running.variance(c));
            factor[c] = Math.min(Math.max(deviation(moments.variance(c)) / sigma, clips.least), clips.most);
            double d = (moments.mean(c) - running.mean(c)) / sigma;
            shift[c] = Math.min(Math.max(d, -clips.shift), clips.shift) * BatchBased.share(moments, c);
        }
        double[] z = sample.map(i -> batch.output().get(i) * factor[channels.of(i)] + shift[channels.of(i)]);
        return new Point(
                z, moments, q -> new Pull(Pull.through(batch, sample.map(i -> q[i] * factor[channels.of(i)]))));
    }

    private double deviation(double variance) {
        return Math.sqrt(variance + epsilon().value());
    }

    @Override
    public Normalizer training(RunningMoments now) {
        return new BatchRenorm(base, clips, now);
    }

    @Override
    public RunningMoments track(RunningMoments before, Normalized batch, RunningMoments target) {
        return before.update(channelMoments(batch), target, new Deviations(epsilon()));
    }

    /** Averages √(v + ε). */
    private record Deviations(Epsilon epsilon) implements RunningMoments.Spread {
        @Override
        public double of(double variance) {
            return Math.sqrt(variance + epsilon.value());
        }

        @Override
        public double variance(double deviation) {
            return Math.max(deviation * deviation - epsilon.value(), 0);
        }
    }
}
