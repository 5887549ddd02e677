package org.normlab.report.net;

/** An elementwise nonlinearity. Its slope is given by its output, so a backward pass needs nothing else. */
public enum Activation {
    /** y = max(x, 0); NaN stays NaN. */
    RELU {
        @Override
        double value(double x) {
            return Math.max(x, 0);
        }

        @Override
        double slope(double y) {
            return y > 0 ? 1 : y;
        }
    },
    /** y = tanh x. */
    TANH {
        @Override
        double value(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        double slope(double y) {
            return 1 - y * y;
        }
    },
    /** y = 1/(1 + exp(−x)). */
    SIGMOID {
        @Override
        double value(double x) {
            return 1 / (1 + StrictMath.exp(-x));
        }

        @Override
        double slope(double y) {
            return y * (1 - y);
        }
    },
    /** y = x. */
    IDENTITY {
        @Override
        double value(double x) {
            return x;
        }

        @Override
        double slope(double y) {
            return 1;
        }
    };

    /** The function. */
    abstract double value(double x);

    /** Its derivative where its value is y. */
    abstract double slope(double y);
}
