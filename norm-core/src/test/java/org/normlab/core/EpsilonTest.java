package org.normlab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Epsilon}. */
class EpsilonTest {
    private static final double[] SQUARES = {
        0, Double.MIN_VALUE, 1e-300, 1e-12, 0.7, 3, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN
    };

    /** Many scales at once are those of one after the other, also of variances that are zero, tiny, huge or not finite. */
    @ParameterizedTest
    @EnumSource
    void scalesOfManySlicesAreThoseOfEach(Epsilon.Place place) {
        for (double value : new double[] {0, 1e-300, 1e-5, 2}) {
            Epsilon epsilon = new Epsilon(value, place);
            double[] scales = new double[SQUARES.length];
            epsilon.scale(SQUARES, 3, scales, 1, SQUARES.length);
            assertEquals(0, scales[0], "before the first");
            for (int s = 1; s < SQUARES.length; s++) {
                assertEquals(epsilon.scale(SQUARES[s] / 3), scales[s], epsilon + " at " + SQUARES[s]);
            }
        }
    }
}
