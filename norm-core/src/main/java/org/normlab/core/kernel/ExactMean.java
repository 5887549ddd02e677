package org.normlab.core.kernel;

/**
 * The mean of doubles as an unevaluated sum of two: added up about a value near them, with the error of each operation kept (Knuth
 * 1969).
 *
 * <p>Float64 has no wider type behind it. The deviations of its elements are as exact as the output only if they are taken from the
 * mean itself, and a plain sum would lose √m of its last digits to one outlier.
 */
final class ExactMean {
    private final double near;
    private double high;
    private double low;
    private long count;

    ExactMean(double near) {
        this.near = near;
    }

    void add(double x) {
        double deviation = x - near;
        double sum = high + deviation;
        low += error(x, -near, deviation) + error(high, deviation, sum);
        high = sum;
        count++;
    }

    /** What rounding took from a + b. */
    private static double error(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /** Writes the rounded mean, and returns what rounding took from it. */
    double store(double[] hi, int statistic) {
        double quotient = high / count;
        double remainder = Math.fma(-quotient, count, high) + low;
        double mean = near + quotient;
        double rest = error(near, quotient, mean) + remainder / count;
        hi[statistic] = mean + rest;
        return error(mean, rest, mean + rest);
    }
}
