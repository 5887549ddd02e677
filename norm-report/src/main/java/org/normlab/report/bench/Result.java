package org.normlab.report.bench;

/** What the passes give. */
public enum Result {
    /** The output, in memory order of the input. */
    OUTPUT,
    /** The output with the running statistics as they were before. */
    EVALUATED,
    /** The gradient of the input, in its memory order. */
    INPUT_GRADIENT,
    /** The gradient of the weight. */
    WEIGHT_GRADIENT,
    /** The gradient of the bias. */
    BIAS_GRADIENT,
    /** The running mean after the forward pass. */
    RUNNING_MEAN,
    /** The running variance after the forward pass. */
    RUNNING_VARIANCE
}
