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
 * @param condition κ = 1 + |mean|/√(variance + ε), the largest
 */
record Tolerance(Problem problem, Truth truth, double condition) {
    /** Half the spacing of float32 at 1. */
    private static final double FLOAT = 0x1p-24;

    /** Half the spacing of float64 at 1. */
    private static final double DOUBLE = 0x1p-53;

    /** What two libraries in double are to agree to on values about 0. */
    private static final double IN_DOUBLE = 1e-9;

    static Tolerance of(Problem problem) {
        return new Tolerance(problem, new Truth(problem), condition(problem));
    }

    private static double condition(Problem problem) {
        Reference reference = Reference.of(problem.norm(), problem.x());
        double most = 0;
        for (int i = 0; i < problem.x().shape().count(); i++) {
            most = Math.max(
                    most,
                    Math.abs(reference.slice(i).mean()) * reference.slice(i).scale());
        }
        return 1 + most;
    }

    /** A bound for each element of a result, given what is expected. */
    @FunctionalInterface
    interface Bound {
        double[] of(Result result, double[] expected);
    }

    /** Of a library that computes in double. */
    double[] inDouble(Result result, double... expected) {
        return times(IN_DOUBLE + roundings() * DOUBLE, magnitude(result, expected));
    }

    /** Of a library that computes in float. */
    double[] inFloat(Result result, double... expected) {
        return times(roundings() * FLOAT, magnitude(result, expected));
    }

    /** Half a spacing for each term of a sum and a few more, times κ² for variances that are the difference of two sums. */
    private double roundings() {
        return 4 * (problem.x().shape().count() + 16) * condition * condition;
    }

    /** Whether κ leaves float variances at least two digits; else they may come out as 0. */
    boolean leavesDigitsInFloat() {
        return condition * condition * FLOAT < 0.01;
    }

    /** What ours promises in float32, against exact values. */
    double[] promised(Result result, double... exact) {
        return switch (result) {
            case OUTPUT -> units(exact, times(8 * DOUBLE, truth.magnitude(result)));
            case EVALUATED -> units(exact, inDouble(result, exact));
            case INPUT_GRADIENT, WEIGHT_GRADIENT, BIAS_GRADIENT ->
                Arrays.stream(truth.magnitude(result))
                        .map(magnitude -> 2 * FLOAT * magnitude + Float.MIN_VALUE)
                        .toArray();
            case RUNNING_MEAN, RUNNING_VARIANCE -> inDouble(result, exact);
        };
    }

    /** One unit in the last place, and a slack. */
    private static double[] units(double[] exact, double... slack) {
        double[] bound = slack.clone();
        for (int i = 0; i < bound.length; i++) {
            bound[i] += Math.ulp((float) exact[i]);
        }
        return bound;
    }

    private static double[] times(double factor, double... values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    /** The weight's gradient inherits the error of x̂, which is one of 1 + |x̂|. */
    private double[] magnitude(Result result, double... expected) {
        return switch (result) {
            case OUTPUT, INPUT_GRADIENT, BIAS_GRADIENT -> truth.magnitude(result);
            case WEIGHT_GRADIENT -> sum(truth.magnitude(result), truth.magnitude(Result.BIAS_GRADIENT));
            case EVALUATED, RUNNING_MEAN, RUNNING_VARIANCE ->
                Arrays.stream(expected).map(value -> 1 + Math.abs(value)).toArray();
        };
    }

    private static double[] sum(double[] a, double... b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
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
