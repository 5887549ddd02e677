package org.normlab.core.kernel;

/**
 * What a backward pass works on.
 *
 * @param forward the finished forward pass
 * @param dy the gradient of the output; not modified unless it is also dx
 * @param dx overwritten with the gradient of the input
 * @param sums of 0 before the pass, then the gradients of weight and bias
 */
public record Backward(Forward forward, View dy, View dx, ParameterSums sums) {

    /**
     * The pass dx = q − mean q − (x − centre)·slope·mean(q·(x − centre)) with q = dy·weight·scale.
     *
     * @return the pass
     */
    public Sweep sweep() {
        return new Sweep(new BackwardStage(this));
    }

    /** Turns Σq·scale and Σq·scale·(x − centre) of statistics into what is taken off q·scale: a mean, and a multiple of x − centre. */
    void finish(SumPairs sums, int from, int to) {
        double[] first = sums.first.values;
        double[] second = sums.second.values;
        Statistics s = forward.statistics();
        Centring centring = forward.rule().centring();
        double count = forward.plan().count();
        for (int i = from; i < to; i++) {
            if (centring == Centring.GIVEN) {
                first[i] = 0;
                second[i] = 0;
            } else {
                first[i] = centring == Centring.MEAN ? first[i] / count : 0;
                second[i] = second[i] / count * forward.rule().spread().slope(s.m2[i] / count, s.scale[i]);
            }
        }
    }
}
