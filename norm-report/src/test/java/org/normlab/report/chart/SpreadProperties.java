package org.normlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SpreadProperties {
    /** A place is a sum of at most 20 numbers below 400; each sum rounds by less than 400 / 2^52. */
    private static final double ROUNDING = 20 * 400 / 0x1p52;

    @Property
    void labelsStayApartInOrderAndInside(@ForAll @Size(max = 20) double @DoubleRange(max = 300) [] wanted) {
        double[] places = Spread.apart(wanted, 15, 0, 300);
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < places.length; i++) {
            assertThat(places[i]).isBetween(-ROUNDING, 300 + ROUNDING);
            for (int j = 0; j < places.length; j++) {
                if (wanted[i] < wanted[j]) {
                    assertThat(places[i]).isLessThanOrEqualTo(places[j] - 15 + ROUNDING);
                }
            }
        }
    }

    @Property
    void labelsThatAreApartStayWhereTheyAre(@ForAll @DoubleRange(max = 100) double first) {
        double[] wanted = {first, first + 16, first + 150};
        assertThat(Spread.apart(wanted, 15, 0, 300)).isEqualTo(wanted);
    }
}
