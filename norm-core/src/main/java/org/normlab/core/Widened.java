package org.normlab.core;

import java.util.Arrays;
import java.util.Optional;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Parameters;

/**
 * A normalizer's weight and bias as doubles, to be read anew before each pass: written only if they have changed, since other cores have
 * them in their caches.
 */
record Widened(Affine affine, Parameters values, Optional<Watched> weight, Optional<Watched> bias) {

    static Widened of(Normalizer normalizer, Shape shape, Shape view, Axes axes) {
        Affine affine = normalizer.affine();
        int entries = affine.entries();
        int expected = expected(affine, shape, view, axes);
        affine.parameters().forEach((name, parameter) -> {
            int count = parameter.shape().count();
            boolean vector =
                    affine.scope() == Affine.Scope.ELEMENT || parameter.shape().rank() == 1;
            if (affine.scope() == Affine.Scope.ELEMENT && !areLast(view, axes)) {
                throw NormException.about(Kind.SHAPE, normalizer.name(), "axes", axes)
                        .because(
                                "are not the last of " + view + ", so that " + name + " has no entry an element",
                                "normalize the last axes, or give one entry a channel");
            }
            if (affine.scope() == Affine.Scope.GROUP && (count == 0 || shape.channels() % count != 0)) {
                throw NormException.about(Kind.SHAPE, normalizer.name(), name, parameter.shape())
                        .because("does not divide the channels of " + shape, "give one entry a group");
            }
            if (count != entries || count != expected || !vector) {
                throw NormException.about(Kind.SHAPE, normalizer.name(), name, parameter.shape())
                        .because("does not fit " + shape, "give a vector of " + expected + " entries");
            }
        });
        int channels = Math.max(1, entries);
        double[] weight = new double[channels];
        Arrays.fill(weight, 1);
        return new Widened(
                affine,
                new Parameters(weight, new double[channels], inner(affine, shape, channels)),
                affine.weight().map(Watched::new),
                affine.bias().map(Watched::new));
    }

    /** How many entries the shape asks for; how many groups there are is the variant's to check. */
    private static int expected(Affine affine, Shape shape, Shape view, Axes axes) {
        return switch (affine.scope()) {
            case CHANNEL -> shape.channels();
            case GROUP -> affine.entries();
            case ELEMENT -> view.count(axes);
        };
    }

    /** Whether the elements of a slice lie side by side, so that their numbers repeat in memory; axes of size 1 do not matter. */
    private static boolean areLast(Shape view, Axes axes) {
        boolean kept = false;
        for (int axis = view.rank() - 1; axis >= 0; axis--) {
            if (view.size(axis) != 1 && axes.contains(axis) && kept) {
                return false;
            }
            kept |= view.size(axis) != 1 && !axes.contains(axis);
        }
        return true;
    }

    private static int inner(Affine affine, Shape shape, int channels) {
        return switch (affine.scope()) {
            case ELEMENT -> 1;
            case CHANNEL -> Math.max(1, shape.stride('C'));
            case GROUP -> Math.max(1, shape.stride('C') * (shape.channels() / channels));
        };
    }

    /** Reads the tensors as they are now. */
    void refresh() {
        if (weight.isPresent() && weight.get().readInto(values.weight()) && affine.hasUnitOffset()) {
            Arrays.setAll(values.weight(), affine::factor);
        }
        if (bias.isPresent()) {
            bias.get().readInto(values.bias());
        }
    }
}
