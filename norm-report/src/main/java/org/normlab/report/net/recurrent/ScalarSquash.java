package org.normlab.report.net.recurrent;

/**
 * The definition, one number at a time. exp x = 2^k·exp r with |r| ≤ ln 2/2; the Taylor polynomial of degree 11 is within 7e-15 of exp r.
 * NaN stays NaN.
 */
final class ScalarSquash implements Squash {
    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has so few bits that k times it is exact. */
    static final double LN2_HIGH = 6.93147180369123816490e-01;

    static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Beyond it the sigmoid is 0 or 1 in double precision. */
    static final double FAR = 40;
    /** Adding it rounds to an integer k, whose last bits are those of the sum. */
    static final double ROUND = 0x1.8p52;
    /** What is added to an exponent of 2, and how far it stands to the left. */
    static final int BIAS = 1023;

    static final int MANTISSA = 52;
    // 1/k!
    static final double C2 = 1.0 / 2;
    static final double C3 = 1.0 / 6;
    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5040;
    static final double C8 = 1.0 / 40_320;
    static final double C9 = 1.0 / 362_880;
    static final double C10 = 1.0 / 3_628_800;
    static final double C11 = 1.0 / 39_916_800;

    @Override
    public void sigmoid(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = sigmoid(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = tanh(x[i]);
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    static double tanh(double x) {
        return 1 - 2 / (1 + exp(2 * x));
    }

    /** exp x for x within ±40; beyond, that of the nearer bound. Estrin's scheme: few operations wait for each other. */
    private static double exp(double x) {
        double bounded = x < -FAR ? -FAR : x > FAR ? FAR : x;
        double rounded = bounded * LOG2_E + ROUND;
        double k = rounded - ROUND;
        double r = bounded - k * LN2_HIGH - k * LN2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1 + r) + r2 * (C2 + C3 * r);
        double middle = (C4 + C5 * r) + r2 * (C6 + C7 * r);
        double high = (C8 + C9 * r) + r2 * (C10 + C11 * r);
        double power = Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) + BIAS << MANTISSA);
        return (low + r4 * (middle + r4 * high)) * power;
    }
}
