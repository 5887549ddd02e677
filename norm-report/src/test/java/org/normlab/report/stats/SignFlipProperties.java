package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SignFlipProperties {
    @Provide
    Arbitrary<double[]> differences() {
        return Samples.differences();
    }

    @Property
    void isTheShareOfPatternsThatReachTheObservedSum(@ForAll("differences") double[] values) {
        assertThat(SignFlip.p(Paired.of(values), 0)).isEqualTo(byDefinition(values));
    }

    @Property
    void orderArmsAndUnitDoNotMatter(@ForAll("differences") double[] values, @ForAll long seed) {
        double p = SignFlip.p(Paired.of(values), 0);
        double[] scaled = Arrays.stream(values).map(d -> d * 0.1).toArray();
        assertThat(SignFlip.p(Paired.of(Samples.shuffled(values, seed)), 0)).isEqualTo(p);
        assertThat(SignFlip.p(Paired.of(values).negated(), 0)).isEqualTo(p);
        assertThat(SignFlip.p(Paired.of(scaled), 0)).isEqualTo(p);
    }

    /** The values are multiples of 1/64, so every sum is exact. */
    private static double byDefinition(double[] values) {
        int n = values.length;
        double observed = Math.abs(Arrays.stream(values).sum());
        int hits = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 0 ? values[i] : -values[i];
            }
            hits += Math.abs(sum) >= observed ? 1 : 0;
        }
        return Math.scalb((double) hits, -n);
    }
}
