package org.normlab.report.bench;

import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * How wrong a library's float32 results are; NaN for what it does not give.
 *
 * @param ulps the worst |y − y*| in spacings of float32 at y*, less what rounding in double alone explains: 8·2⁻⁵³·(|w|(1 + |x̂|) + |b|)
 * @param output the worst |y − y*| over |w|(1 + |x̂|) + |b|, which does not punish outputs for being near 0
 * @param gradient the worst |dx − dx*| over the sum of the magnitudes that dx* is the sum of
 */
record Errors(double ulps, double output, double gradient) {
    /** Nothing was given. */
    static final Errors NONE = new Errors(Double.NaN, Double.NaN, Double.NaN);

    /** The ulps that ours promises at most. */
    static final double MOST_ULPS = 1;

    /** The error of a gradient that ours promises at most. */
    static final double MOST_GRADIENT = 0x1p-23;

    private static final double DOUBLE_SLACK = 8 * 0x1p-53;

    static Errors of(Truth truth, Map<Result, double[]> results) {
        double[] y = results.getOrDefault(Result.OUTPUT, new double[0]);
        double[] exact = truth.of(Result.OUTPUT);
        double[] magnitude = truth.magnitude(Result.OUTPUT);
        IntToDoubleFunction beyond = i -> Math.max(0, Math.abs(y[i] - exact[i]) - DOUBLE_SLACK * magnitude[i]);
        return new Errors(
                worst(y.length, i -> beyond.applyAsDouble(i) / Math.ulp((float) exact[i])),
                worst(y.length, i -> Math.abs(y[i] - exact[i]) / magnitude[i]),
                gradient(truth, results.getOrDefault(Result.INPUT_GRADIENT, new double[0])));
    }

    private static double gradient(Truth truth, double... dx) {
        double[] exact = truth.of(Result.INPUT_GRADIENT);
        double[] magnitude = truth.magnitude(Result.INPUT_GRADIENT);
        return worst(dx.length, i -> Math.max(0, Math.abs(dx[i] - exact[i]) - Float.MIN_VALUE) / magnitude[i]);
    }

    /** The largest; a NaN is larger than any number, and the largest of nothing is NaN. */
    private static double worst(int count, IntToDoubleFunction error) {
        double worst = count == 0 ? Double.NaN : 0;
        for (int i = 0; i < count; i++) {
            worst = Math.max(worst, error.applyAsDouble(i));
        }
        return worst;
    }

    /** How many times smaller the errors are than the promise, for the worse of the two. */
    double headroom() {
        return Math.min(MOST_ULPS / ulps, MOST_GRADIENT / gradient);
    }
}
