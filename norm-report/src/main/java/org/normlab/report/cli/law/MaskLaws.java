package org.normlab.report.cli.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.normlab.core.Gradients;
import org.normlab.core.NormException;
import org.normlab.core.Normalized;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Maskable;
import org.normlab.variants.Description.Field;

/** What padding does: nothing. */
final class MaskLaws {
    private MaskLaws() {}

    /** Why masks have no meaning for it. */
    static Optional<String> noMasks(Sample sample) {
        String axes = sample.description().text(Field.AXES);
        if (axes.contains("weight") || axes.contains("fan-in")) {
            return Optional.of("weights have no padding");
        }
        if (axes.contains("gate")) {
            return Optional.of("a cell sees one step at a time");
        }
        boolean silent = sample.overridesForward() && !(sample.normalizer() instanceof Maskable);
        return silent ? Optional.of("it does not say what a mask means") : Optional.empty();
    }

    /** A mask without gaps is no mask. */
    static Optional<Finding> full(Sample sample) {
        Shape shape = sample.x().shape();
        return Optional.of(Finding.same(
                "output",
                sample.normalizer().forward(sample.x()).output(),
                Mask.all(shape).on(sample.normalizer()).forward(sample.x()).output()));
    }

    /** Padding, even NaN, changes no bit of a valid output or gradient, and its own are 0. */
    static Optional<Finding> padding(Sample sample) {
        Shape shape = sample.x().shape();
        if (!shape.layout().equals("NTC") || shape.size('T') < 3) {
            return Optional.empty();
        }
        Mask mask = Mask.lengths(shape, lengths(shape, sample.seed()));
        try {
            Normalized clean = pass(sample, mask, 7);
            Normalized padded = pass(sample, mask, Double.NaN);
            Gradients expected = clean.backward(padded(sample.dy(), mask, 7));
            Gradients got = padded.backward(padded(sample.dy(), mask, Double.NaN));
            return Optional.of(Finding.same("output", zeroed(clean.output(), mask), padded.output())
                    .and(Finding.same("d input", zeroed(expected.input(), mask), got.input())));
        } catch (NormException refusal) {
            if (refusal.kind() == NormException.Kind.TOO_FEW) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static int[] lengths(Shape shape, long seed) {
        int[] lengths = new SplittableRandom(seed)
                .ints(shape.examples(), 2, shape.size('T') + 1)
                .toArray();
        lengths[0] = shape.size('T') - 1;
        // two sequences reach the last step that any reaches, so that no step has a single example
        Arrays.fill(lengths, 1, Math.min(2, lengths.length), lengths[0]);
        return Arrays.stream(lengths)
                .map(length -> Math.min(length, lengths[0]))
                .toArray();
    }

    private static Normalized pass(Sample sample, Mask mask, double padding) {
        return mask.on(sample.normalizer()).forward(padded(sample.x(), mask, padding));
    }

    private static Tensor padded(Tensor tensor, Mask mask, double padding) {
        Tensor padded = tensor.copy();
        for (int i = 0; i < tensor.shape().count(); i++) {
            padded.set(i, mask.valid(i) ? tensor.get(i) : padding);
        }
        return padded;
    }

    private static Tensor zeroed(Tensor tensor, Mask mask) {
        return padded(tensor, mask, 0);
    }
}
