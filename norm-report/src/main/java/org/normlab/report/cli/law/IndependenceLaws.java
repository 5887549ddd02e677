package org.normlab.report.cli.law;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.Description.Field;

/** What an output does not depend on. */
final class IndependenceLaws {
    private IndependenceLaws() {}

    static Optional<String> mixesExamples(Sample sample) {
        return declared(sample.description().mixesExamples(), sample);
    }

    static Optional<String> mixesPositions(Sample sample) {
        return declared(sample.description().mixesPositions(), sample);
    }

    private static Optional<String> declared(boolean departs, Sample sample) {
        return departs ? Optional.of("depends: " + sample.description().text(Field.DEPENDS)) : Optional.empty();
    }

    /** Moving the last example changes no bit of the others. */
    static Optional<Finding> examples(Sample sample) {
        Shape shape = sample.x().shape();
        int stride = shape.stride('N');
        int last = shape.examples() - 1;
        return Optional.of(unmoved(sample, i -> i / stride % shape.examples() == last));
    }

    /** Moving the last time step changes no bit of the others. */
    static Optional<Finding> positions(Sample sample) {
        Shape shape = sample.x().shape();
        if (!shape.has('T') || shape.size('T') < 2) {
            return Optional.empty();
        }
        int stride = shape.stride('T');
        int last = shape.size('T') - 1;
        return Optional.of(unmoved(sample, i -> i / stride % shape.size('T') == last));
    }

    private static Finding unmoved(Sample sample, IntPredicate moved) {
        Normalizer normalizer = sample.normalizer();
        Tensor x = sample.x().copy();
        for (int i = 0; i < x.shape().count(); i++) {
            x.set(i, moved.test(i) ? 3 - 2 * x.get(i) : x.get(i));
        }
        Tensor before = normalizer.forward(sample.x()).output();
        Tensor after = normalizer.forward(x).output();
        Finding worst = Finding.NONE;
        for (int i = 0; i < x.shape().count(); i++) {
            worst = moved.test(i) ? worst : worst.and(Finding.same("output", i, before.get(i), after.get(i)));
        }
        return worst;
    }

    /** A part of a larger array gives the bits of a packed copy. */
    static Optional<Finding> offset(Sample sample) {
        int offset = 1 + (int) Math.floorMod(sample.seed(), 7L);
        Shape shape = sample.x().shape();
        Tensor part = Tensor.of(shape, new double[offset + shape.count() + 3], offset);
        sample.x().copyTo(part);
        return Optional.of(Finding.same(
                "output",
                sample.normalizer().forward(sample.x()).output(),
                sample.normalizer().forward(part).output()));
    }
}
