package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.normlab.report.stats.Golden.rounding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;

class PairedTest {
    @ParameterizedTest
    @ValueSource(strings = {"normal", "skewed"})
    void summariesAgreeWithSciPy(String name) {
        Paired paired = Paired.of(Golden.all(name));
        int n = paired.size();
        double mean = Golden.one(name + ".mean");
        double sd = Golden.one(name + ".sd");
        double iqm = Golden.one(name + ".iqm");
        assertThat(paired.mean()).isCloseTo(mean, rounding(mean, n));
        assertThat(paired.standardDeviation()).isCloseTo(sd, rounding(sd, 2 * n));
        assertThat(paired.interquartileMean()).isCloseTo(iqm, rounding(iqm, n));
        assertThat(paired.median()).isCloseTo(Golden.one(name + ".median"), rounding(1, 2));
        assertThat(paired.hodgesLehmann()).isCloseTo(Golden.one(name + ".hodgesLehmann"), rounding(1, 4));
    }

    @Test
    void differencesKeepTheOrderOfTheReplicates() {
        Paired paired = Paired.differences(new double[] {5, 1, 4}, new double[] {2, 3, 4});
        assertThat(paired.values()).containsExactly(3, -2, 0);
        assertThat(paired.negated().values()).containsExactly(-3, 2, 0);
        assertThat(paired.minus(1).values()).containsExactly(2, -3, -1);
    }

    @Test
    void aRatioAndItsInverseAreOppositeLogs() {
        Paired ratios = Paired.logRatios(new double[] {8, 1}, new double[] {1, 8});
        assertThat(ratios.values()[0]).isEqualTo(StrictMath.log(8));
        assertThat(ratios.mean()).isCloseTo(0, rounding(StrictMath.log(8), 2));
    }

    @Test
    void refusesWhatCannotBePaired() {
        assertThatThrownBy(() -> Paired.differences(new double[2], new double[3]))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("replicates = 2");
        assertThatThrownBy(Paired::of).isInstanceOf(NormException.class);
        assertThatThrownBy(() -> Paired.of(1, Double.NaN))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("score a diverged trial as the worst");
    }
}
