package org.normlab.report.cli.law;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.variants.Description;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;

/**
 * A variant made for one shape, with parameters off their starts, and an input, all float64 as far as the variant has it.
 *
 * @param variant what is tested
 * @param normalizer made for the shape of x
 * @param x the input
 * @param dy a gradient of the output
 * @param seed of all draws
 */
public record Sample(Variant variant, Normalizer normalizer, Tensor x, Tensor dy, long seed) {

    /** Empty if the variant refuses the shape. */
    static Optional<Sample> of(Variant variant, Shape shape, long seed) {
        Tensor x = gaussian(shape, seed, 2, 0.5);
        try {
            Normalizer normalizer = make(variant, shape);
            SplittableRandom random = new SplittableRandom(seed + 1);
            new TreeMap<>(normalizer.parameters()).values().forEach(parameter -> move(parameter, random));
            normalizer.forward(x);
            return Optional.of(new Sample(variant, normalizer, x, gaussian(shape, seed + 2, 1, 0), seed));
        } catch (NormException refusal) {
            return Optional.empty();
        }
    }

    private static Normalizer make(Variant variant, Shape shape) {
        Description description = variant.description();
        Map<String, String> options =
                description.options().contains("parameters") ? Map.of("parameters", "float64") : Map.of();
        return variant.create(Options.of(description, shape, options));
    }

    /** A fresh normalizer for the same shape. */
    Normalizer fresh() {
        return make(variant, x.shape());
    }

    /** Within 0 and 1, where every parameter of every variant has a meaning, and not at a start. */
    private static void move(Tensor parameter, SplittableRandom random) {
        for (int i = 0; i < parameter.shape().count(); i++) {
            parameter.set(i, 0.5 * Math.min(1, Math.max(0, parameter.get(i))) + 0.4 * random.nextDouble() + 0.05);
        }
    }

    static Tensor gaussian(Shape shape, long seed, double deviation, double mean) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor tensor = Tensor.of(shape, new double[shape.count()]);
        for (int i = 0; i < shape.count(); i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            tensor.set(i, mean + deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
        }
        return tensor;
    }

    /** Why laws of the plain formula are off: an arithmetic of the variant's own, or statistics that are given. */
    Optional<String> notPlain() {
        if (normalizer instanceof Formula || overridesForward()) {
            return Optional.of("has a formula of its own");
        }
        return normalizer.given().map(given -> "its statistics are given");
    }

    boolean overridesForward() {
        try {
            return normalizer
                            .getClass()
                            .getMethod("forward", Tensor.class, Tensor.class)
                            .getDeclaringClass()
                    != Normalizer.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    Description description() {
        return variant.description();
    }
}
