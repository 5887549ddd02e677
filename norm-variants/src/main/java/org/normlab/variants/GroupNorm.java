package org.normlab.variants;

import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Group normalization: one mean and variance per example and group of neighbouring channels, over the channels of the group and all
 * positions. Departs from LayerNorm in its axes.
 *
 * <p>y = (x − μ)/√(σ² + ε)·weight + bias with biased σ²; weight and bias have one entry a channel (a group in ONNX opset 18). Wu
 * and He 2018, arXiv 1803.08494, with 32 groups.
 *
 * @param channels size of axis C
 * @param groups how many; divides the channels
 * @param affine weight and bias
 * @param epsilon 1e-5 inside the root by default; Flax has 1e-6, Keras 1e-3
 */
public record GroupNorm(int channels, int groups, Affine affine, Epsilon epsilon) implements Normalizer {

    /**
     * Checks that the groups divide the channels, and that parameters of groups have an entry a group.
     *
     * @param channels size of axis C
     * @param groups how many; divides the channels
     * @param affine weight and bias
     * @param epsilon 1e-5 inside the root by default; Flax has 1e-6, Keras 1e-3
     * @throws NormException OPTION with the divisors if the groups do not divide the channels; SHAPE for another number of entries
     */
    public GroupNorm {
        Channels.positive("GroupNorm", "channels", channels);
        Channels.divide("GroupNorm", "groups", groups, channels);
        if (affine.scope() == Affine.Scope.GROUP) {
            affine.parameters().forEach((name, parameter) -> requireEach(name, parameter, groups));
        }
    }

    private static void requireEach(String name, Tensor parameter, int groups) {
        if (parameter.shape().count() != groups) {
            throw NormException.about(Kind.SHAPE, "GroupNorm", name, parameter.shape())
                    .because("does not have an entry for each of " + groups + " groups", "give " + groups);
        }
    }

    /**
     * Weight 1 and bias 0 a channel, ε 1e-5.
     *
     * @param channels size of axis C
     * @param groups how many; must divide the channels
     * @return the normalizer
     */
    public static GroupNorm of(int channels, int groups) {
        Channels.positive("GroupNorm", "channels", channels);
        Affine affine = Affine.identity(Affine.Scope.CHANNEL, channels);
        return new GroupNorm(channels, groups, affine, Epsilon.inside(1e-5));
    }

    /**
     * The largest number of groups up to 32 that divides the channels.
     *
     * @param channels at least 1
     * @return from 1 to 32
     */
    public static int groupsFor(int channels) {
        int groups = Math.min(32, Channels.positive("GroupNorm", "channels", channels));
        while (channels % groups != 0) {
            groups--;
        }
        return groups;
    }

    static GroupNorm create(Options o) {
        int channels = o.channels();
        int groups = groups(o, channels);
        Affine affine =
                o.affine(Affine.Scope.CHANNEL, Map.of(Affine.Scope.CHANNEL, channels, Affine.Scope.GROUP, groups));
        return new GroupNorm(channels, groups, affine, o.epsilon(1e-5));
    }

    /** Options {@code groups} or {@code group-size}; 32 groups, or the most below that divide the channels. */
    static int groups(Options o, int channels) {
        if (o.text("group-size").isPresent()) {
            if (o.text("groups").isPresent()) {
                throw o.refuse("groups", "stands beside group-size", "give one of them");
            }
            int size = o.integer("group-size", channels);
            Channels.divide("GroupNorm", "group-size", size, channels);
            return channels / size;
        }
        return o.integer("groups", groupsFor(channels));
    }

    @Override
    public Shape view(Shape shape) {
        if (shape.rank() < 2) {
            throw NormException.about(Kind.SHAPE, "GroupNorm", "x", shape)
                    .because("has no axis besides the channels", "give examples by channels, such as NC or NCHW");
        }
        return Channels.require("GroupNorm", shape, channels).split('C', 'G', groups);
    }

    @Override
    public Axes reductionAxes(Shape view) {
        // T keeps its meaning as a position: statistics join all positions of an example
        return view.allBut("NG");
    }
}
