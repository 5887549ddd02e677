package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BcaProperties {
    private static final double LEVEL = 0.9706;

    @Provide
    Arbitrary<double[]> differences() {
        return Samples.differences();
    }

    @Property(tries = 60)
    void containsTheMeanAndStaysWithinTheData(@ForAll("differences") double[] values, @ForAll long seed) {
        Interval interval = Bca.ofMean(Paired.of(values), LEVEL, seed);
        assertThat(interval.contains(Paired.of(values).mean())).isTrue();
        assertThat(interval.low())
                .isGreaterThanOrEqualTo(Arrays.stream(values).min().getAsDouble());
        assertThat(interval.high())
                .isLessThanOrEqualTo(Arrays.stream(values).max().getAsDouble());
    }

    @Property(tries = 60)
    void theOrderOfReplicatesChangesNoBit(@ForAll("differences") double[] values, @ForAll long seed) {
        Interval interval = Bca.ofMean(Paired.of(values), LEVEL, seed);
        assertThat(Bca.ofMean(Paired.of(Samples.shuffled(values, seed)), LEVEL, seed))
                .isEqualTo(interval);
    }

    @Property(tries = 60)
    void exchangingTheArmsMirrorsTheInterval(@ForAll("differences") double[] values, @ForAll long seed) {
        Paired paired = Paired.of(values);
        Assume.that(paired.mean() != 0);
        Interval mirrored = Bca.ofMean(paired.negated(), LEVEL, seed).negated();
        assertThat(mirrored).isEqualTo(Bca.ofMean(paired, LEVEL, seed));
    }

    /** Multiplying by a power of two is exact, so the interval is multiplied exactly. */
    @Property(tries = 60)
    void theUnitDoesNotMatter(@ForAll("differences") double[] values, @ForAll long seed) {
        Interval interval = Bca.ofMean(Paired.of(values), LEVEL, seed);
        double[] scaled = Arrays.stream(values).map(d -> d * 8).toArray();
        assertThat(Bca.ofMean(Paired.of(scaled), LEVEL, seed)).isEqualTo(interval.map(d -> d * 8));
    }

    @Property(tries = 60)
    void aHigherLevelIsWider(@ForAll("differences") double[] values, @ForAll long seed) {
        Interval narrow = Bca.ofMean(Paired.of(values), 0.95, seed);
        Interval wide = Bca.ofMean(Paired.of(values), LEVEL, seed);
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    }
}
