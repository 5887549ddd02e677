package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PairedProperties {
    private static final List<ToDoubleFunction<Paired>> CENTRES =
            List.of(Paired::mean, Paired::median, Paired::interquartileMean, Paired::hodgesLehmann);

    @Provide
    Arbitrary<double[]> differences() {
        return Samples.differences();
    }

    @Property
    void theOrderOfReplicatesChangesNoBit(@ForAll("differences") double[] values, @ForAll long seed) {
        Paired paired = Paired.of(values);
        Paired shuffled = Paired.of(Samples.shuffled(values, seed));
        for (ToDoubleFunction<Paired> centre : CENTRES) {
            assertThat(centre.applyAsDouble(shuffled)).isEqualTo(centre.applyAsDouble(paired));
        }
        assertThat(shuffled.standardDeviation()).isEqualTo(paired.standardDeviation());
    }

    @Property
    void everyCentreLiesBetweenTheExtremes(@ForAll("differences") double[] values) {
        double low = Arrays.stream(values).min().getAsDouble();
        double high = Arrays.stream(values).max().getAsDouble();
        for (ToDoubleFunction<Paired> centre : CENTRES) {
            assertThat(centre.applyAsDouble(Paired.of(values))).isBetween(low, high);
        }
    }

    /** The inputs are multiples of 1/64, so sums are exact and only divisions round: two ulps of the largest value. */
    @Property
    void exchangingTheArmsTurnsEveryCentreRound(@ForAll("differences") double[] values) {
        Paired paired = Paired.of(values);
        for (ToDoubleFunction<Paired> centre : CENTRES) {
            double turned = -centre.applyAsDouble(paired.negated());
            assertThat(turned).isCloseTo(centre.applyAsDouble(paired), Golden.rounding(10, 2 * values.length));
        }
    }

    @Property
    void winsOfBothArmsAddToOne(@ForAll("differences") double[] values) {
        PairedWins wins = Paired.of(values).wins();
        PairedWins losses = Paired.of(values).negated().wins();
        assertThat(wins.share() + losses.share()).isCloseTo(1, Golden.rounding(1, 2));
        assertThat(wins.interval().contains(wins.share())).isTrue();
        assertThat(wins.isMeaningful() && losses.isMeaningful()).isFalse();
    }
}
