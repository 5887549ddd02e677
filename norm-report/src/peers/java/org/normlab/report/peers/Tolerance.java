package org.normlab.report.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.normlab.core.check.Reference;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Truth;

/**
 * How far results may be apart, element by element, each bound a multiple of the sum of magnitudes that the result is the sum of.
 *
 * @param problem whose results
 * @param truth its sums
 */
record Tolerance(Problem problem, Truth truth) {
    /** The spacing of float32 and float64 at 1, halved. */
    private static final double FLOAT = 0x1p-24;

    /** A thousand roundings in double of values a thousand deviations from 0: 10³·10³·2⁻⁵³ = 1e-10, and ten for caution. */
    static final double IN_DOUBLE = 1e-9;

    static Tolerance of(Problem problem) {
        return new Tolerance(problem, new Truth(problem));
    }

    /** A bound for each element of a result, given what is expected. */
    @FunctionalInterface
    interface Bound {
        double[] of(Result result, double[] expected);
    }

    /** Of two libraries that compute in double. */
    double[] inDouble(Result result, double... expected) {
        return times(IN_DOUBLE, magnitude(result, expected));
    }

    /** What ours promises in float32, against values computed in double. */
    double[] promised(Result result, double... expected) {
        double[] bound = inDouble(result, expected);
        double[] float32 = times(2 * FLOAT, magnitude(result, expected));
        for (int i = 0; i < bound.length; i++) {
            bound[i] += switch (result) {
                case OUTPUT, EVALUATED -> Math.ulp((float) expected[i]);
                case INPUT_GRADIENT, WEIGHT_GRADIENT, BIAS_GRADIENT -> float32[i] + Float.MIN_VALUE;
                case RUNNING_MEAN, RUNNING_VARIANCE -> 0;
            };
        }
        return bound;
    }

    /** What arithmetic in float can keep to: a rounding for each term of a sum and a few more, worse by how far the mean is from 0. */
    double[] inFloat(Result result, double... expected) {
        int terms = problem.x().shape().count() + 16;
        return times(4 * terms * condition() * FLOAT, magnitude(result, expected));
    }

    private static double[] times(double factor, double... values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private double[] magnitude(Result result, double... expected) {
        return switch (result) {
            case OUTPUT, INPUT_GRADIENT, WEIGHT_GRADIENT, BIAS_GRADIENT -> truth.magnitude(result);
            case EVALUATED, RUNNING_MEAN, RUNNING_VARIANCE ->
                Arrays.stream(expected).map(value -> 1 + Math.abs(value)).toArray();
        };
    }

    /** One and the largest |mean|/√(variance + ε). */
    private double condition() {
        Reference reference = Reference.of(problem.norm(), problem.x());
        double most = 0;
        for (int i = 0; i < problem.x().shape().count(); i++) {
            most = Math.max(
                    most,
                    Math.abs(reference.slice(i).mean()) * reference.slice(i).scale());
        }
        return 1 + most;
    }

    /** Compares all results that are expected. */
    void check(Map<Result, double[]> actual, Map<Result, double[]> expected, Bound bound) {
        expected.forEach((result, values) -> {
            double[] got = actual.get(result);
            double[] bounds = bound.of(result, values);
            assertThat(got).as("%s of %s", result, problem.workload()).hasSameSizeAs(values);
            for (int i = 0; i < values.length; i++) {
                assertThat(Math.abs(got[i] - values[i]))
                        .as("%s[%d] of %s: %s for %s", result, i, problem.workload(), got[i], values[i])
                        .isLessThanOrEqualTo(bounds[i]);
            }
        });
    }
}
