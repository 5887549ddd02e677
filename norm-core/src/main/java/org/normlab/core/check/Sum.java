package org.normlab.core.check;

/** A compensated sum: the error of each addition is kept (Knuth 1969, Kahan-Babuška). */
final class Sum {
    private double high;
    private double low;

    void add(double value) {
        double sum = high + value;
        double part = sum - high;
        low += (high - (sum - part)) + (value - part);
        high = sum;
        renormalize();
    }

    private void renormalize() {
        double sum = high + low;
        if (Double.isFinite(sum)) {
            low -= sum - high;
            high = sum;
        }
    }

    /** Divides by a count: long division with one correction. */
    void divide(long count) {
        double quotient = high / count;
        double remainder = Math.fma(-quotient, count, high) + low;
        low = remainder / count;
        high = quotient;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }
}
