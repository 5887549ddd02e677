package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class HolmProperties {
    @Property
    void liesBetweenTheRawValueAndBonferroni(@ForAll @Size(7) double[] raw) {
        double[] p = shares(raw);
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(adjusted[i]).isBetween(p[i], Math.min(1, p.length * p[i]));
        }
    }

    @Property
    void keepsTheOrder(@ForAll @Size(7) double[] raw) {
        double[] p = shares(raw);
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
            }
        }
    }

    @Property
    void oneMoreTestNeverLowersAnother(
            @ForAll @Size(5) double[] raw, @ForAll @DoubleRange(min = 0, max = 1) double another) {
        double[] p = shares(raw);
        double[] more = java.util.Arrays.copyOf(p, p.length + 1);
        more[p.length] = another;
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(Holm.adjusted(more)[i]).isGreaterThanOrEqualTo(adjusted[i]);
        }
    }

    private static double[] shares(double[] raw) {
        return java.util.Arrays.stream(raw).map(x -> 1 / (1 + Math.abs(x))).toArray();
    }
}
