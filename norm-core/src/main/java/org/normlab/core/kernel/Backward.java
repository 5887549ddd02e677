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
        return new Sweep(new BackwardStage(this));
    }

    /** Turns Σq and Σq·(x − centre) of statistics into what dx has beside q·scale: a summand and a multiple of x − centre. */
    void finish(SumPairs sums, int from, int to) {
        Statistics s = forward.statistics();
        Centring centring = forward.rule().centring();
        double count = forward.plan().count();
        for (int i = from; i < to; i++) {
            double mean = centring == Centring.MEAN ? sums.first[i] / count : 0;
            double dot = centring == Centring.GIVEN ? 0 : sums.second[i] / count;
            double slope = dot == 0 ? 0 : dot * forward.rule().spread().slope(s.m2[i] / count, s.scale[i]);
            sums.first[i] = -mean * s.scale[i];
            sums.second[i] = -slope * s.scale[i];
        }
    }
}
