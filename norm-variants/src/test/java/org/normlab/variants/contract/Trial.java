package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Centre;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/** A variant, an input, and the exact values that it is held to. */
public record Trial(Normalizer normalizer, Slices slices, Tensor x, Exact exact, Bounds bounds) {

    static Trial of(Subject subject, Sample sample) {
        return of(subject, sample, sample.x());
    }

    static Trial of(Subject subject, Sample sample, Tensor x) {
        Setting setting = sample.setting();
        Slices slices = Slices.of(setting.shape(), place -> subject.statistic(setting, place));
        Normalizer normalizer = subject.subject(setting);
        if (!subject.departs(Departure.OWN_FORMULA)) {
            // the oracle asks the normalizer for these, so it must be what was declared
            Centre declared = subject.departs(Departure.NO_CENTRING) ? Centre.ORIGIN : Centre.MEAN;
            assertThat(normalizer.centre()).isEqualTo(declared);
            assertThat(normalizer.epsilon()).isEqualTo(setting.epsilon());
        }
        return of(normalizer, slices, x);
    }

    /** A normalizer on a tensor whose statistics are known by their elements. */
    public static Trial of(Normalizer normalizer, Slices slices, Tensor x) {
        Exact exact = Exact.of(normalizer, slices, x);
        Precision precision = x.isFloat32() ? Precision.FLOAT32 : Precision.FLOAT64;
        return new Trial(normalizer, slices, x, exact, new Bounds(exact, precision));
    }

    /** The pass under test. */
    public Normalized forward() {
        return normalizer.forward(x);
    }

    int count() {
        return x.shape().count();
    }

    /** Every output within its bound. */
    public void assertOutput(Tensor y) {
        for (int i = 0; i < count(); i++) {
            assertNear("y", i, y.get(i), new Near(exact.output(i), bounds.output(i)));
        }
    }

    /** Every gradient within its bound. */
    public void assertGradients(Gradients gradients, Tensor dy) {
        ExactGradient expected = new ExactGradient(exact, dy);
        for (int i = 0; i < count(); i++) {
            ExactGradient.Sum sum = expected.input(i);
            assertNear("dx", i, gradients.input().get(i), new Near(sum.value(), bounds.input(sum, i)));
        }
        gradients.parameters().forEach((name, gradient) -> assertParameter(expected, name, gradient));
    }

    private void assertParameter(ExactGradient expected, String name, Tensor gradient) {
        int entries = gradient.shape().count();
        int terms = count() / entries;
        ExactGradient.Sum[] weights = expected.weight(entries);
        ExactGradient.Sum[] biases = expected.bias(entries);
        for (int e = 0; e < entries; e++) {
            Near near = name.equals("weight")
                    ? new Near(weights[e].value(), bounds.weight(weights[e], biases[e], terms))
                    : new Near(biases[e].value(), bounds.bias(biases[e], terms));
            assertNear("d" + name, e, gradient.get(e), near);
        }
    }

    private record Near(BigDecimal value, double bound) {}

    private void assertNear(String what, int index, double actual, Near expected) {
        assertThat(Decimal.distance(actual, expected.value()))
                .as(
                        "|%s[%d] − exact| where %s of %s gave %s and %s is exact",
                        what,
                        index,
                        normalizer.name(),
                        x.shape(),
                        actual,
                        expected.value().doubleValue())
                .isLessThanOrEqualTo(expected.bound());
    }

    /** The elements that share no statistic with one element. */
    List<Integer> strangers(int element) {
        List<Integer> strangers = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (slices.number(i) != slices.number(element)) {
                strangers.add(i);
            }
        }
        return strangers;
    }
}
