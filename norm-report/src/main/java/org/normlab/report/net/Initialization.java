package org.normlab.report.net;

/**
 * How wide the first weights of a linear map are drawn. All are uniform from −bound to bound, so the arms of a comparison share one
 * draw up to a factor.
 */
public enum Initialization {
    /** bound = 1/√inputs, for weights and biases, as PyTorch; the network's own gain is 1. */
    STANDARD {
        @Override
        double bound(int inputs, int outputs) {
            return 1 / Math.sqrt(inputs);
        }
    },
    /** bound = √(6/inputs), for rectified units; biases 0 (He et al. 2015). */
    HE {
        @Override
        double bound(int inputs, int outputs) {
            return Math.sqrt(6.0 / inputs);
        }
    },
    /** bound = √(6/(inputs + outputs)), for saturating units; biases 0 (Glorot and Bengio 2010). */
    GLOROT {
        @Override
        double bound(int inputs, int outputs) {
            return Math.sqrt(6.0 / (inputs + outputs));
        }
    };

    abstract double bound(int inputs, int outputs);
}
