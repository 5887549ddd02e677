package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SquashTest {
    /** The polynomial errs by at most 0.3466^12/12! = 7e-15 of exp, which changes neither function by more; rounding adds 1e-15. */
    private static final double TOLERANCE = 8e-15;

    private static double[] numbers() {
        double[] x = new double[7307];
        for (int i = 0; i < x.length - 4; i++) {
            x[i] = -50 + i * 0.0137;
        }
        x[x.length - 4] = Double.NaN;
        x[x.length - 3] = Double.POSITIVE_INFINITY;
        x[x.length - 2] = Double.NEGATIVE_INFINITY;
        return x;
    }

    @Test
    void isStrictMathWithinAFewLastDigits() {
        double[] x = numbers();
        double[] sigmoid = x.clone();
        double[] tanh = x.clone();
        new ScalarSquash().sigmoid(sigmoid, 0, x.length);
        new ScalarSquash().tanh(tanh, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i])) {
                assertThat(sigmoid[i]).isNaN();
                assertThat(tanh[i]).isNaN();
            } else {
                assertThat(tanh[i]).as("tanh %s", x[i]).isCloseTo(StrictMath.tanh(x[i]), within(TOLERANCE));
                assertThat(sigmoid[i])
                        .as("sigmoid %s", x[i])
                        .isCloseTo(1 / (1 + StrictMath.exp(-x[i])), within(TOLERANCE));
            }
        }
    }

    @Test
    @Tag("with-vector")
    void vectorsHaveTheBitsOfTheDefinition() {
        for (int from = 0; from < 3; from++) {
            double[] scalar = numbers();
            double[] vector = numbers();
            new ScalarSquash().sigmoid(scalar, from, scalar.length - from - 1);
            new VectorSquash().sigmoid(vector, from, vector.length - from - 1);
            assertThat(vector).containsExactly(scalar);
            new ScalarSquash().tanh(scalar, from, scalar.length - from - 1);
            new VectorSquash().tanh(vector, from, vector.length - from - 1);
            assertThat(vector).containsExactly(scalar);
        }
    }
}
