package org.normlab.report.bench;

import java.util.Map;

/**
 * How wrong a library's float32 results are.
 *
 * @param ulps the worst |y − y*| in spacings of float32 at y*, less what rounding in double alone explains: 8·2⁻⁵³·(|w|(1 + |x̂|) + |b|)
 * @param gradient the worst |dx − dx*| over the sum of the magnitudes that dx* is the sum of
 */
record Errors(double ulps, double gradient) {
    /** What ours promises. */
    static final Errors PROMISED = new Errors(1, 0x1p-23);

    private static final double DOUBLE_SLACK = 8 * 0x1p-53;

    static Errors of(Truth truth, Map<Result, double[]> results) {
        return new Errors(ulps(truth, results.get(Result.OUTPUT)), gradient(truth, results.get(Result.INPUT_GRADIENT)));
    }

    private static double ulps(Truth truth, double... y) {
        double[] exact = truth.of(Result.OUTPUT);
        double[] magnitude = truth.magnitude(Result.OUTPUT);
        double worst = 0;
        for (int i = 0; i < y.length; i++) {
            double error = Math.max(0, Math.abs(y[i] - exact[i]) - DOUBLE_SLACK * magnitude[i]);
            worst = larger(worst, error / Math.ulp((float) exact[i]));
        }
        return worst;
    }

    private static double gradient(Truth truth, double... dx) {
        double[] exact = truth.of(Result.INPUT_GRADIENT);
        double[] magnitude = truth.magnitude(Result.INPUT_GRADIENT);
        double worst = 0;
        for (int i = 0; i < dx.length; i++) {
            worst = larger(worst, Math.max(0, Math.abs(dx[i] - exact[i]) - Float.MIN_VALUE) / magnitude[i]);
        }
        return worst;
    }

    /** A NaN is worse than any error. */
    private static double larger(double worst, double error) {
        return Double.isNaN(worst) || error <= worst ? worst : error;
    }

    /** How many times smaller the errors are than the promise, for the worse of the two. */
    double headroom() {
        return Math.min(PROMISED.ulps / ulps, PROMISED.gradient / gradient);
    }
}
