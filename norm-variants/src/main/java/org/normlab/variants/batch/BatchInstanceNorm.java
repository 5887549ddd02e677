package org.normlab.variants.batch;

import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Affine;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Sample;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Channels;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.Options;

/**
 * Batch-instance normalization: a learned mixture of batch and instance normalization in each channel.
 *
 * <p>y = (rho·x̂_batch + (1 − rho)·x̂_instance)·weight + bias. Rho starts at 1; call {@link #clip} after each step of an optimizer.
 * Nam and Kim 2018, arXiv 1805.07925.
 *
 * @param base weight, bias, ε and rule
 * @param rho share of batch normalization, one a channel
 */
public record BatchInstanceNorm(BatchNorm base, Tensor rho) implements BatchBased, Formula {

    /**
     * Checks that rho has one entry a channel.
     *
     * @param base weight, bias, ε and rule
     * @param rho share of batch normalization, one a channel
     * @throws org.normlab.core.NormException SHAPE if it has others
     */
    public BatchInstanceNorm {
        Channels.entries("BatchInstanceNorm", "rho", rho, base.channels());
    }

    static BatchInstanceNorm create(Options o) {
        return new BatchInstanceNorm(BatchNorm.from(o, 1e-5, RunningRule.TORCH), o.parameter(o.channels(), 1));
    }

    /** Brings rho back to within 0 and 1, in place. */
    public void clip() {
        for (int c = 0; c < channels(); c++) {
            rho.set(c, Math.min(Math.max(rho.get(c), 0), 1));
        }
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(affine().parameters());
        parameters.put("rho", rho);
        return parameters;
    }

    @Override
    public void check(Shape shape) {
        BatchBased.super.check(shape);
        instance().check(shape);
    }

    private InstanceNorm instance() {
        return new InstanceNorm(channels(), Affine.none(), epsilon(), base.single());
    }

    @Override
    public Point at(Sample sample) {
        Normalized batch = sample.forward(BatchBased.bare(base));
        return new Mixture(rho, batch, sample.forward(instance())).at(sample);
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return new Frozen(this, running);
    }

    /** The mixture at evaluation. */
    private record Frozen(BatchInstanceNorm norm, RunningMoments running) implements Formula {
        @Override
        public org.normlab.core.Axes reductionAxes(Shape view) {
            return norm.reductionAxes(view);
        }

        @Override
        public Affine affine() {
            return norm.affine();
        }

        @Override
        public Map<String, Tensor> parameters() {
            return norm.parameters();
        }

        @Override
        public Point at(Sample sample) {
            Normalized batch = sample.forward(BatchBased.bare(norm.base).frozen(running));
            return new Mixture(norm.rho, batch, sample.forward(norm.instance())).at(sample);
        }
    }
}
