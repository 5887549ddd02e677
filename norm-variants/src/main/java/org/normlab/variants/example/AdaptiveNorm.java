package org.normlab.variants.example;

import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.NoNorm;
import org.normlab.variants.Options;

/**
 * Adaptive (conditional) normalization: a base without weight and bias, and then a weight and a bias of each example and channel. Departs
 * from its base in that these come from a condition, which receives their gradients.
 *
 * <p>AdaIN (base instance; Huang and Belongie 2017, arXiv 1703.06868), conditional batch normalization (base batch; de Vries et al. 2017, arXiv
 * 1707.00683), FiLM (base none; Perez et al. 2018, arXiv 1709.07871), adaptive layer normalization (base layer over the channels of each position, as in transformers; weight 1 + w).
 *
 * @param base normalizes; its own weight and bias should be absent
 * @param weight of shape NC, one entry an example and channel
 * @param bias of shape NC
 * @param start what is added to the weight: 1 where 0 shall be the identity, as in adaptive layer normalization
 */
public record AdaptiveNorm(Normalizer base, Tensor weight, Tensor bias, double start) implements Formula {

    /** Bases by the names of the methods. */
    private enum Style {
        ADAIN,
        CBN,
        ADALN,
        FILM;

        Normalizer base(Options o) {
            return switch (this) {
                case ADAIN -> new InstanceNorm(o.channels(), Affine.none(), o.epsilon(1e-5), o.single());
                case CBN ->
                    new BatchNorm(o.channels(), Affine.none(), o.epsilon(1e-5), o.rule(RunningRule.TORCH), o.single());
                case ADALN -> new ChannelLayerNorm(Affine.none(), o.epsilon(1e-6));
                case FILM -> new NoNorm();
            };
        }
    }

    static AdaptiveNorm create(Options o) {
        int entries = o.input().examples() * o.channels();
        boolean offset = o.on("unit-offset", "off");
        return new AdaptiveNorm(
                o.choice("style", Style.class, Style.ADAIN).base(o),
                o.parameter(entries, offset ? 0 : 1),
                o.parameter(entries, 0),
                offset ? 1 : 0);
    }

    /**
     * The same base under another condition.
     *
     * @param weight of shape NC; not copied
     * @param bias of shape NC; not copied
     * @return a normalizer for one batch
     */
    public AdaptiveNorm given(Tensor weight, Tensor bias) {
        return new AdaptiveNorm(base, weight, bias, start);
    }

    /**
     * The same condition over another base, such as a frozen batch normalization.
     *
     * @param other normalizes; its own weight and bias should be absent
     * @return a normalizer
     */
    public AdaptiveNorm over(Normalizer other) {
        return new AdaptiveNorm(other, weight, bias, start);
    }

    @Override
    public Shape view(Shape shape) {
        return base.view(shape);
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return base.reductionAxes(view);
    }

    @Override
    public Epsilon epsilon() {
        return base.epsilon();
    }

    @Override
    public int fewest() {
        return base.fewest();
    }

    @Override
    public void check(Shape shape) {
        base.check(shape);
        int entries = shape.examples() * shape.channels();
        if (weight.shape().count() != entries || bias.shape().count() != entries) {
            throw NormException.about(Kind.SHAPE, name(), "weight", weight.shape())
                    .because(
                            "or bias " + bias.shape() + " does not fit " + shape,
                            "give one entry an example and channel");
        }
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("weight", weight, "bias", bias);
    }

    @Override
    public Point at(Sample sample) {
        Normalized normalized = sample.forward(base);
        Slices own = sample.slices(sample.shape(), sample.shape().spatialAxes());
        double[] factors = weight.toArray();
        double[] biases = bias.toArray();
        double[] z = normalized.output().toArray();
        double[] y = sample.map(i -> z[i] * (start + factors[own.of(i)]) + biases[own.of(i)]);
        return new Point(y, normalized.moments(), dy -> {
            double[] dx = Pull.through(normalized, sample.map(i -> dy[i] * (start + factors[own.of(i)])));
            return new Pull(dx, Map.of("weight", own.sums(i -> dy[i] * z[i]), "bias", own.sums(i -> dy[i])));
        });
    }
}
