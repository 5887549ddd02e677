package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.formula.Mask;

/** Padded sequences through every variant: padding is never read, gives nothing, and its length does not matter. */
class MaskTest {
    private static final Shape SHORT = Shape.ntc(4, 5, 6);
    private static final Shape LONG = Shape.ntc(4, 8, 6);
    private static final int[] LENGTHS = {5, 2, 5, 3};
    private final Tensor x = Data.random(SHORT);

    private static List<Variant> sequenceVariants() {
        List<String> others =
                List.of("weight", "weight-standardized", "scaled-weight-standardized", "spectral", "layer-lstm");
        return Variants.standard().all().stream()
                .filter(variant -> !others.contains(variant.description().id()))
                .toList();
    }

    private static Normalizer make(Variant variant, Shape shape) {
        boolean typed = variant.description().options().contains("parameters");
        Normalizer norm = Variants.standard()
                .create(variant.description().id(), shape, typed ? Map.of("parameters", "float64") : Map.of());
        norm.parameters().values().forEach(Data::move);
        return norm;
    }

    private static Tensor pad(Tensor tensor, Shape shape, double padding) {
        Mask mask = Mask.lengths(shape, LENGTHS);
        Tensor padded = tensor.like(shape);
        int steps = shape.size('T');
        for (int i = 0; i < shape.count(); i++) {
            int n = i / 6 / steps;
            int t = i / 6 % steps;
            padded.set(i, mask.valid(i) ? tensor.get((n * 5 + t) * 6 + i % 6) : padding);
        }
        return padded;
    }

    private static double[] valid(Tensor tensor) {
        Mask mask = Mask.lengths(tensor.shape(), LENGTHS);
        return Arrays.stream(tensor.toArray())
                .filter(new java.util.function.DoublePredicate() {
                    private int i;

                    @Override
                    public boolean test(double value) {
                        return mask.valid(i++);
                    }
                })
                .toArray();
    }

    @Test
    void paddingGivesNothingAndChangesNothing() {
        Tensor dy = Data.random(SHORT, 3);
        for (Variant variant : sequenceVariants()) {
            String id = variant.description().id();
            Normalized one =
                    Mask.lengths(SHORT, LENGTHS).on(make(variant, SHORT)).forward(pad(x, SHORT, 7));
            Normalized two = Mask.lengths(LONG, LENGTHS).on(make(variant, LONG)).forward(pad(x, LONG, Double.NaN));
            assertThat(valid(two.output())).as(id).isEqualTo(valid(one.output()));
            assertThat(two.output().get((5 * 8 - 1) * 6 % LONG.count())).as(id).isZero();
            Gradients g = one.backward(pad(dy, SHORT, 0.5));
            Gradients h = two.backward(pad(dy, LONG, Double.POSITIVE_INFINITY));
            assertThat(valid(h.input())).as(id).isEqualTo(valid(g.input()));
            g.parameters()
                    .forEach((name, gradient) -> assertThat(h.parameter(name).toArray())
                            .as(id + " " + name)
                            .isEqualTo(gradient.toArray()));
        }
    }

    @Test
    void aMaskWithoutGapsChangesNoBit() {
        for (Variant variant : sequenceVariants()) {
            Normalizer norm = make(variant, SHORT);
            double[] plain = norm.forward(x).output().toArray();
            double[] masked =
                    Mask.lengths(SHORT, 5, 5, 5, 5).on(norm).forward(x).output().toArray();
            assertThat(masked).as(variant.description().id()).isEqualTo(plain);
        }
    }

    @Test
    void gradientsUnderAMaskAreThoseOfTheFormula() {
        StringBuilder faults = new StringBuilder();
        for (Variant variant : sequenceVariants()) {
            Normalizer norm = Mask.lengths(SHORT, LENGTHS).on(make(variant, SHORT));
            String id = variant.description().id();
            if (variant.description().contract() == Description.Contract.EXACT) {
                var report = GradientCheck.ofForward(2).check(norm, x.copy());
                faults.append(report.passes() ? "" : id + ": " + report + "\n");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aMaskedBatchHasTheStatisticsOfItsValidElements() {
        Moments masked = Mask.lengths(SHORT, LENGTHS)
                .on(BatchNorm.of(6))
                .forward(pad(x, SHORT, 9))
                .moments();
        Tensor compact = Tensor.of(Shape.nc(15, 6), valid(x));
        Moments expected = Moments.of(compact, compact.shape().allBut("C"));
        for (int c = 0; c < 6; c++) {
            assertThat(masked.count(c)).isEqualTo(15);
            // a few roundings of a sum of 15 squares
            assertThat(masked.variance(c))
                    .isCloseTo(expected.variance(c), org.assertj.core.api.Assertions.within(1e-14));
        }
    }
}
