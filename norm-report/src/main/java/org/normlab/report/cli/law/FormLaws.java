package org.normlab.report.cli.law;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.normlab.core.Centre;
import org.normlab.core.Tensor;
import org.normlab.core.check.Reference;

/** What the plain formula y = x̂·weight + bias says of outputs. */
final class FormLaws {
    /**
     * Inputs are within 16 and their deviations near 2, parameters within 1, statistics have at most 420 values: all terms are below
     * 2⁷, and 420 roundings of 2⁻⁵³ of them stay below it.
     */
    private static final double ALLOWED = 0x1p-37;

    private FormLaws() {}

    /** Every output is the formula's. */
    static Optional<Finding> definition(Sample sample) {
        Tensor y = sample.normalizer().forward(sample.x()).output();
        double[] expected = Reference.of(sample.normalizer(), sample.x()).output();
        Finding worst = Finding.NONE;
        for (int i = 0; i < expected.length; i++) {
            worst = worst.and(Finding.near("output", i, expected[i], y.get(i), ALLOWED));
        }
        return Optional.of(worst);
    }

    /** Before weight and bias, a statistic has mean 0, if it is centred, and mean square v/(v + ε). */
    static Optional<Finding> unit(Sample sample) {
        Reference reference = Reference.of(sample.normalizer(), sample.x());
        Tensor y = sample.normalizer().forward(sample.x()).output();
        IntToDoubleFunction z = i -> {
            double shift = reference.output(i) - reference.normalized(i) * reference.weight(i);
            return (y.get(i) - shift) / reference.weight(i);
        };
        int count = y.shape().count();
        double[] sums = new double[count];
        double[] squares = new double[count];
        for (int i = 0; i < count; i++) {
            sums[reference.statistic(i)] += z.applyAsDouble(i);
            squares[reference.statistic(i)] += z.applyAsDouble(i) * z.applyAsDouble(i);
        }
        Finding worst = Finding.NONE;
        for (int i = 0; i < count; i++) {
            int s = reference.statistic(i);
            Reference.Slice slice = reference.slice(i);
            if (sample.normalizer().centre() == Centre.MEAN) {
                worst = worst.and(Finding.near("mean of statistic", s, 0, sums[s] / slice.count(), ALLOWED));
            }
            double square = slice.variance() * slice.scale() * slice.scale();
            worst = worst.and(Finding.near("mean square of statistic", s, square, squares[s] / slice.count(), ALLOWED));
        }
        return Optional.of(worst);
    }

    /** Equal values have variance 0, so that the output is the bias to the last bit. */
    static Optional<Finding> constant(Sample sample) {
        if (sample.normalizer().centre() != Centre.MEAN) {
            return Optional.empty();
        }
        Tensor constant = sample.x().like(sample.x().shape());
        for (int i = 0; i < constant.shape().count(); i++) {
            constant.set(i, 1234.1);
        }
        Tensor y = sample.normalizer().forward(constant).output();
        double[] expected = Reference.of(sample.normalizer(), constant).output();
        return Optional.of(Finding.same("output", Tensor.of(y.shape(), expected), y));
    }
}
