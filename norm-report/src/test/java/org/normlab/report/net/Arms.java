package org.normlab.report.net;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Extent;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.NoNorm;
import org.normlab.variants.RmsNorm;
import org.normlab.variants.Single;

/** The norms of the tests, with weights that are not 1 and biases that are not 0, in float64. */
public final class Arms {
    private static final Epsilon EPSILON = Epsilon.inside(1e-3);

    private Arms() {}

    /** Norms by name; instance norm has no meaning in a perceptron. */
    public static Map<String, NormFactory> all() {
        Map<String, NormFactory> all = new LinkedHashMap<>();
        all.put("none", shape -> new NoNorm());
        all.put(
                "batch",
                s -> new BatchNorm(s.channels(), affine(s.channels()), EPSILON, RunningRule.TORCH, Single.ERROR));
        all.put("layer", s -> new LayerNorm(new Extent.Example(), affine(s.channels()), EPSILON));
        all.put("group", s -> new GroupNorm(s.channels(), 2, affine(s.channels()), EPSILON));
        all.put(
                "rms",
                s -> new RmsNorm(new Extent.Example(), affine(s.channels()).withoutBias(), EPSILON));
        all.put("instance", s -> new InstanceNorm(s.channels(), affine(s.channels()), EPSILON, Single.ERROR));
        return all;
    }

    private static Affine affine(int channels) {
        double[] weight = new double[channels];
        double[] bias = new double[channels];
        for (int c = 0; c < channels; c++) {
            weight[c] = 0.75 + 0.125 * (c % 5);
            bias[c] = 0.25 - 0.125 * (c % 3);
        }
        Shape shape = Shape.of("C", channels);
        return Affine.none()
                .scope(Affine.Scope.CHANNEL)
                .weight(Tensor.of(shape, weight))
                .bias(Tensor.of(shape, bias));
    }

    /** Hidden layers with a norm and an activation, in the element type of {@code precision}. */
    public static Recipe recipe(NormFactory norm, Activation activation, Tensor precision) {
        Recipe.Start start =
                new Recipe.Start(Initialization.STANDARD, 1, Streams.root(1).with("replicate", "test-0"), precision);
        return new Recipe(norm, Placement.BEFORE_ACTIVATION, activation, Recipe.Drop.NONE, start);
    }

    /** A tensor that stands for float32. */
    public static Tensor float32() {
        return Tensor.of(Shape.of("C", 0), new float[0]);
    }

    /** A tensor that stands for float64. */
    public static Tensor float64() {
        return Tensor.of(Shape.of("C", 0), new double[0]);
    }
}
