package org.normlab.core.kernel;

/**
 * What a backward pass works on.
 *
 * @param forward the finished forward pass
 * @param dy the gradient of the output; not modified unless it is also dx
 * @param dx overwritten with the gradient of the input
 * @param sums increased by the gradients of weight and bias
 */
public record Backward(Forward forward, View dy, View dx, ParameterSums sums) {

    /**
     * The pass dx = (q − mean q − (x − centre)·slope·mean(q·(x − centre)))·scale with q = weight·dy.
     *
     * @return the pass
     */
    public Sweep sweep() {
        return new Sweep(Columns.suit(forward.plan()) ? new ColumnBackward(this) : new RowBackward(this));
    }

    /** Turns Σq and Σq·(x − centre) of statistics into what is taken off q, in place. */
    void finish(Means means, int from, int to) {
        Statistics s = forward.statistics();
        Centring centring = forward.rule().centring();
        double count = forward.plan().count();
        for (int i = from; i < to; i++) {
            if (centring == Centring.GIVEN) {
                means.q[i] = 0;
                means.dot[i] = 0;
            } else {
                means.q[i] = centring == Centring.MEAN ? means.q[i] / count : 0;
                means.dot[i] = means.dot[i] / count * forward.rule().spread().slope(s.m2[i] / count, s.scale[i]);
            }
        }
    }

    /** Two sums a statistic, which become what the backward takes off. */
    static final class Means {
        final double[] q;
        final double[] dot;

        Means(int size) {
            q = new double[size];
            dot = new double[size];
        }

        void clear(int slot) {
            q[slot] = 0;
            dot[slot] = 0;
        }

        void add(int slot, double qTerm, double dotTerm) {
            q[slot] += qTerm;
            dot[slot] += dotTerm;
        }

        /** Adds the sums of consecutive chunks of a statistic. */
        void merge(int target, Means chunks, int first, int step, int count) {
            clear(target);
            for (int chunk = 0; chunk < count; chunk++) {
                add(target, chunks.q[first + chunk * step], chunks.dot[first + chunk * step]);
            }
        }
    }
}
